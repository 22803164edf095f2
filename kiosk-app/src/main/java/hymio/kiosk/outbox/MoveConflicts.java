package hymio.kiosk.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies responses whose numbers the server holds with other content into the newest journal, each once: the original
 * stays aside and names its copy. Visit and take-back are named anew, so that they are of one journal again; see
 * {@code docs/decisions/2026-11-22-copied-card.md}.
 */
final class MoveConflicts {
    /** How far after a response what belongs to its visit is looked for, numbers. */
    private static final int VISIT_NUMBERS = 1_000;
    /** Responses moved in one transaction: a press may have to wait for it. */
    static final int STEP = 100;

    /**
     * A stored response, as far as it matters here.
     *
     * @param visit number of the visit's first response
     * @param takesBack 0: none
     * @param copy key of its copy, 0: none
     */
    private record Stored(long key, long visit, long takesBack, int state, long copy) {
        static Stored read(ResultSet row) throws SQLException {
            long key = row.getLong("key");
            long visit = row.getLong("visit");
            return new Stored(
                    key,
                    visit == 0 ? Key.number(key) : visit,
                    row.getLong("takes_back"),
                    row.getInt("state"),
                    row.getLong("copy"));
        }

        long sibling(long number) {
            return Key.of(Key.journal(key), number);
        }
    }

    private final Connection writer;
    private final Journals journals;
    private final int into;
    private final Map<Integer, Long> lasts = new HashMap<>();

    private MoveConflicts(Connection writer, Journals journals) {
        this.writer = writer;
        this.journals = journals;
        this.into = journals.newest().place();
    }

    /**
     * Which journals hold responses to be moved.
     *
     * @param openVisit key of the first response of a visit that may still go on: it is left until it has ended, so
     *     that its numbers mean the same to the visitor's screen and to the file
     */
    static List<Integer> waiting(Connection connection, long openVisit) throws SQLException {
        return Sql.list(
                connection,
                "select distinct key >> " + Key.BITS + " from (select key from response where state = " + State.MOVING
                        + " and key - (key & ?) + coalesce(visit, key & ?) <> ?)",
                row -> row.getInt(1),
                Key.number(-1),
                Key.number(-1),
                openVisit);
    }

    /**
     * Moves some, in one transaction, into the newest journal, which must hold none of them.
     *
     * @return by how much the number of pending responses grew
     */
    static int step(Connection writer, Journals journals, long openVisit) throws SQLException {
        MoveConflicts move = new MoveConflicts(writer, journals);
        int before = (int) Responses.count(writer, State.PENDING);
        int after = Sql.transaction(writer, unused -> {
            move.moveAll(openVisit);
            return (int) Responses.count(writer, State.PENDING);
        });
        move.lasts.forEach(journals::minted);
        return after - before;
    }

    private void moveAll(long openVisit) throws SQLException {
        List<Stored> waiting = Sql.list(
                writer,
                "select * from response where state = " + State.MOVING + " order by key limit " + STEP,
                Stored::read);
        for (Stored response : waiting) {
            if (response.sibling(response.visit()) != openVisit && copyOf(response.key()) == 0) {
                move(response);
            }
        }
    }

    private void move(Stored response) throws SQLException {
        if (response.takesBack() == 0) {
            moveGiven(response);
        } else {
            moveTakeBack(response);
        }
        for (Stored follower : followers(response)) {
            if (copyOf(follower.key()) == 0) {
                move(follower);
            }
        }
    }

    /** What followed a visit whose first response was taken stands as a visit of its own. */
    private void moveGiven(Stored response) throws SQLException {
        long visit = copyOf(response.sibling(response.visit()));
        copy(response, into, visit != 0 && Key.journal(visit) == into ? Key.number(visit) : 0, 0);
    }

    /** A take-back follows what it takes back; when the server took that, it takes it back under another number. */
    private void moveTakeBack(Stored response) throws SQLException {
        long target = copyOf(response.sibling(response.takesBack()));
        if (target == 0) {
            copy(response, Key.journal(response.key()), response.visit(), response.takesBack());
        } else {
            copy(response, Key.journal(target), at(target).visit(), Key.number(target));
        }
    }

    /**
     * What belongs to a moved response and must not stay behind: responses of its visit that were not taken yet, and
     * what takes it back, even if the server took that, since there it took back nothing of ours.
     */
    private List<Stored> followers(Stored response) throws SQLException {
        long number = Key.number(response.key());
        return Sql.list(
                writer,
                "select * from response where key > ? and key <= ? and copy is null and (state = " + State.PENDING
                        + " and visit = ? or state in (" + State.PENDING + ", " + State.SETTLED
                        + ") and takes_back = ?) order by key",
                Stored::read,
                response.key(),
                Math.min(response.key() + VISIT_NUMBERS, Key.lastOf(Key.journal(response.key()))),
                number,
                number);
    }

    private void copy(Stored response, int place, long visit, long takesBack) throws SQLException {
        long number = lasts.getOrDefault(place, journals.last(place)) + 1;
        long key = Key.of(place, number);
        Sql.update(
                writer,
                "insert into response(key, visit, question, option, boot, uptime, offset, trusted, takes_back, misuse,"
                        + " comment) select ?, nullif(?, 0), question, option, boot, uptime, offset, trusted,"
                        + " nullif(?, 0), misuse, comment from response where key = ?",
                key,
                visit,
                takesBack,
                response.key());
        Sql.update(
                writer,
                "update response set copy = ?, state = iif(state = " + State.SETTLED + ", state, " + State.ASIDE
                        + "), why = coalesce(why, 'moved') where key = ?",
                key,
                response.key());
        lasts.put(place, number);
    }

    private long copyOf(long key) throws SQLException {
        return Sql.number(writer, "select copy from response where key = ?", key);
    }

    private Stored at(long key) throws SQLException {
        return Sql.list(writer, "select * from response where key = ?", Stored::read, key)
                .getFirst();
    }
}
