package hymio.server.ingest;

import hymio.server.ingest.EffectiveTime.Quality;
import hymio.wire.Receipt;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/** Reads what the server knows of the times of stored responses. Not thread-safe. */
final class StoredMoments {
    private static final String AROUND =
            "select r.number, c.boot, r.uptime, coalesce(r.at, c.offset_millis + r.uptime),"
                    + " r.quality, e.after, e.before from response r"
                    + " join clock c on c.source = r.source and c.clock = r.clock"
                    + " left join estimate e on e.source = r.source and e.number = r.number"
                    + " where r.source = ?"
                    + " and r.number >= coalesce((select max(number) from response where source = ? and number < ?), ?)"
                    + " and r.number <= coalesce((select min(number) from response where source = ? and number > ?), ?)";

    private final Statements sql;

    StoredMoments(Statements sql) {
        this.sql = sql;
    }

    /** By number: what is stored in each range, and the next below and above it. */
    NavigableMap<Long, Moment> around(long source, List<Receipt.Range> ranges) throws SQLException {
        NavigableMap<Long, Moment> moments = new TreeMap<>();
        for (Receipt.Range range : ranges) {
            long first = range.first();
            long last = range.last();
            try (ResultSet row = sql.of(AROUND, source, source, first, first, source, last, last)
                    .executeQuery()) {
                while (row.next()) {
                    moments.put(row.getLong(1), new Moment(uuid(row.getBytes(2)), row.getLong(3), time(row)));
                }
            }
        }
        return moments;
    }

    private static EffectiveTime time(ResultSet row) throws SQLException {
        long at = row.getLong(4);
        Quality quality = Quality.of(row.getInt(5));
        return quality == Quality.ESTIMATED
                ? EffectiveTime.estimated(at, row.getLong(6), row.getLong(7))
                : EffectiveTime.sure(at, quality);
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
