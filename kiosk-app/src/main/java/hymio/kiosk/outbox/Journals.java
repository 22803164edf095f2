package hymio.kiosk.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The journals of one file by age, and the highest number of each. Everybody may read; who writes holds the outbox's
 * write lock.
 */
final class Journals {
    /** Journals that one file may begin before its numbers for them meet those of the next file. */
    private static final int GENERATION_BITS = 10;

    /**
     * @param place its order by age
     * @param unit the machine it was begun on; empty: not known
     * @param floor numbers up to this were minted in a file that was set aside; 0: not known, or none
     */
    record Entry(int place, UUID id, String unit, long floor) {}

    private final Connection writer;
    private final CopyOnWriteArrayList<Entry> all = new CopyOnWriteArrayList<>();
    private final Map<Integer, Long> lasts = new ConcurrentHashMap<>();

    Journals(Connection writer) throws SQLException {
        this.writer = writer;
        all.addAll(Sql.list(
                writer,
                "select place, id, unit, floor from journal order by place",
                row -> new Entry(row.getInt(1), UUID.fromString(row.getString(2)), row.getString(3), row.getLong(4))));
        for (Entry journal : all) {
            lasts.put(journal.place(), Math.max(journal.floor(), highest(journal.place())));
        }
    }

    /** The first order of a file that took the place of damaged ones: older journals keep theirs below it. */
    static int firstPlace(int damagedFiles) {
        return damagedFiles << GENERATION_BITS;
    }

    List<Entry> all() {
        return List.copyOf(all);
    }

    boolean none() {
        return all.isEmpty();
    }

    Entry newest() {
        return all.getLast();
    }

    Entry at(int place) {
        return all.stream().filter(it -> it.place() == place).findFirst().orElseThrow();
    }

    Optional<Entry> of(UUID id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** Highest number minted, 0 before the first. */
    long last(int place) {
        return lasts.getOrDefault(place, 0L);
    }

    /** A row of this number is committed. */
    void minted(int place, long number) {
        lasts.merge(place, number, Math::max);
    }

    /**
     * Begins a journal younger than all others.
     *
     * @param firstPlace lowest order it may have
     */
    Entry begin(int firstPlace, UUID id, String unit) throws SQLException {
        int place = none() ? firstPlace : Math.max(firstPlace, newest().place() + 1);
        return add(new Entry(place, id, unit, 0));
    }

    /** The journal of this id; added if it is not there yet, at its order unless another one has it. */
    Entry known(Entry other) throws SQLException {
        Optional<Entry> there = of(other.id());
        if (there.isPresent()) {
            return there.get();
        }
        boolean taken = all.stream().anyMatch(it -> it.place() == other.place());
        int place = taken ? all.getFirst().place() - 1 : other.place();
        return add(new Entry(place, other.id(), other.unit(), other.floor()));
    }

    /** As another file shall know them: what was minted is minted. */
    List<Entry> asMinted() {
        return all.stream()
                .map(it -> new Entry(it.place(), it.id(), it.unit(), last(it.place())))
                .toList();
    }

    /** What an older schema did not say. */
    void nameUnit(String unit) throws SQLException {
        Entry newest = newest();
        Sql.update(writer, "update journal set unit = ? where place = ?", unit, newest.place());
        all.set(all.size() - 1, new Entry(newest.place(), newest.id(), unit, newest.floor()));
    }

    private Entry add(Entry entry) throws SQLException {
        Sql.update(
                writer,
                "insert into journal(place, id, unit, floor) values (?, ?, ?, ?)",
                entry.place(),
                entry.id().toString(),
                entry.unit(),
                entry.floor());
        int at = (int) all.stream().filter(it -> it.place() < entry.place()).count();
        all.add(at, entry);
        lasts.put(entry.place(), entry.floor());
        return entry;
    }

    private long highest(int place) throws SQLException {
        long key = Sql.number(
                writer, "select max(key) from response where key between ? and ?", Key.of(place, 0), Key.lastOf(place));
        return key == 0 ? 0 : Key.number(key);
    }
}
