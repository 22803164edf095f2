package hymio.server.audit;

import hymio.server.db.Db;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Writes and reads the log. Nothing is ever taken out of it. Thread-safe. */
public final class AuditLog {
    private final Db db;

    public AuditLog(Db db) {
        this.db = db;
    }

    /**
     * A line of the log.
     *
     * @param num rises with time
     * @param kind word of {@link Author.Kind}
     * @param what word of {@link What}
     */
    public record Entry(
            long num,
            Instant at,
            String kind,
            String who,
            String what,
            String subject,
            String location,
            String before,
            String after) {}

    /** Notes a change within its own transaction: both are kept, or neither. */
    public static void note(Handle handle, Author by, Change change) {
        handle.execute(
                "insert into audit (at, kind, who, what, subject, location, before, after)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                by.millis(),
                by.kind().word(),
                by.name(),
                change.what().word(),
                change.subject(),
                change.location(),
                change.before(),
                change.after());
    }

    /** Notes what took several transactions. */
    public void note(Author by, Change change) {
        db.change(handle -> note(handle, by, change));
    }

    /**
     * The newest lines first.
     *
     * @param locations only of these; empty for all
     * @param before only older than this number
     */
    public List<Entry> newest(Optional<Set<String>> locations, long before, int most) {
        if (locations.isPresent() && locations.get().isEmpty()) {
            return List.of();
        }
        String where = locations.isPresent() ? " and location in (<locations>)" : "";
        return db.read(handle -> {
            Query query = handle.createQuery(
                    "select * from audit where num < :before" + where + " order by num desc limit :most");
            locations.ifPresent(ids -> query.bindList("locations", ids));
            return query.bind("before", before)
                    .bind("most", most)
                    .map((row, context) -> new Entry(
                            row.getLong("num"),
                            Instant.ofEpochMilli(row.getLong("at")),
                            row.getString("kind"),
                            row.getString("who"),
                            row.getString("what"),
                            row.getString("subject"),
                            row.getString("location"),
                            row.getString("before"),
                            row.getString("after")))
                    .list();
        });
    }
}
