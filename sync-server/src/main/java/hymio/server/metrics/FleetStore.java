package hymio.server.metrics;

import hymio.server.db.Db;
import java.time.Duration;

/** How the terminals are, as figures. Thread-safe. */
final class FleetStore {
    /** A terminal calls every twenty seconds; who said nothing for so long is silent. */
    static final Duration SILENT = Duration.ofHours(1);

    private final Db db;

    FleetStore(Db db) {
        this.db = db;
    }

    /**
     * All terminals together.
     *
     * @param well called within {@link #SILENT}
     * @param silent did not
     * @param revoked may not call any more
     * @param pending responses that they said still wait on them
     * @param missing responses whose numbers the server knows of and does not hold
     * @param conflicts responses kept aside because their number stood with other content
     */
    record Fleet(long well, long silent, long revoked, long pending, long missing, long conflicts) {}

    Fleet fleet(long nowMillis) {
        return db.<Fleet, RuntimeException>read(handle -> handle.createQuery("select"
                        + " coalesce(sum(case when revoked is null and seen >= :since then 1 else 0 end), 0) as well,"
                        + " coalesce(sum(case when revoked is null and coalesce(seen, 0) < :since then 1 else 0 end), 0)"
                        + " as silent,"
                        + " coalesce(sum(case when revoked is not null then 1 else 0 end), 0) as revoked,"
                        + " coalesce(sum(pending), 0) as pending,"
                        + " (select coalesce(sum(last - first + 1), 0) from gap) as missing,"
                        + " (select count(*) from conflict) as conflicts from terminal")
                .bind("since", nowMillis - SILENT.toMillis())
                .map((row, context) -> new Fleet(
                        row.getLong("well"),
                        row.getLong("silent"),
                        row.getLong("revoked"),
                        row.getLong("pending"),
                        row.getLong("missing"),
                        row.getLong("conflicts")))
                .one());
    }
}
