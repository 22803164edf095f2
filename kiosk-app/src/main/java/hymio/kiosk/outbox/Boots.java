package hymio.kiosk.outbox;

import hymio.wire.BootTime;
import hymio.wire.PressTime;
import hymio.wire.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The boots that this file has seen, and what is known of their clocks. */
final class Boots {
    /** How far a boot's last trusted time may lie behind: a wider bound is still a true one, and writing costs. */
    static final long STALE_MILLIS = TimeUnit.MINUTES.toMillis(10);

    private static final int GENERATION_BITS = 32;

    private final Connection writer;
    private final long firstPlace;
    private BootRule.@Nullable Boot current;

    /** @param damagedFiles whose place this file took: what is salvaged of them comes before its own boots */
    Boots(Connection writer, int damagedFiles) {
        this.writer = writer;
        this.firstPlace = ((long) damagedFiles << GENERATION_BITS) + 1;
    }

    /** Writes down what this moment tells, if it is news. The caller holds the write lock. */
    void saw(PressTime now) throws SQLException {
        BootRule.Boot before = boot(now.boot());
        OptionalLong offset =
                before.offset().isPresent() || !now.trusted() ? before.offset() : OptionalLong.of(now.offsetMillis());
        boolean later = now.trusted() && now.wallMillis() - before.last().orElse(0) >= STALE_MILLIS;
        if (!before.offset().equals(offset) || later) {
            OptionalLong last = later ? OptionalLong.of(now.wallMillis()) : before.last();
            Sql.update(
                    writer,
                    "update boot set offset = ?, last = ? where id = ?",
                    boxed(offset),
                    boxed(last),
                    now.boot().toString());
            current = new BootRule.Boot(now.boot(), offset, last);
        }
    }

    /** As {@link #saw}: it is later than this by the server's word, whatever this clock says. */
    void heard(PressTime now, long serverMillis) throws SQLException {
        BootRule.Boot before = boot(now.boot());
        if (serverMillis - before.last().orElse(0) >= STALE_MILLIS) {
            Sql.update(
                    writer,
                    "update boot set last = ? where id = ?",
                    serverMillis,
                    now.boot().toString());
            current = new BootRule.Boot(now.boot(), before.offset(), OptionalLong.of(serverMillis));
        }
    }

    private BootRule.Boot boot(UUID id) throws SQLException {
        BootRule.Boot known = current;
        if (known != null && known.id().equals(id)) {
            return known;
        }
        Sql.update(
                writer,
                "insert or ignore into boot(place, id) select max(?, coalesce(max(place), 0) + 1), ? from boot",
                firstPlace,
                id.toString());
        BootRule.Boot found = Sql.list(
                        writer, "select id, offset, last from boot where id = ?", Boots::boot, id.toString())
                .getFirst();
        current = found;
        return found;
    }

    /** What is known of each boot in which one of these was pressed by a clock that was not trusted. */
    static List<BootTime> of(List<Response> responses, Connection reader) throws SQLException {
        List<UUID> untrusted = responses.stream()
                .map(Response::time)
                .filter(it -> !it.trusted())
                .map(PressTime::boot)
                .distinct()
                .toList();
        if (untrusted.isEmpty()) {
            return List.of();
        }
        List<BootRule.Boot> all = Sql.list(reader, "select id, offset, last from boot order by place", Boots::boot);
        return untrusted.stream()
                .map(boot -> BootRule.known(all, boot))
                .flatMap(Optional::stream)
                .toList();
    }

    private static BootRule.Boot boot(ResultSet row) throws SQLException {
        return new BootRule.Boot(UUID.fromString(row.getString(1)), time(row, 2), time(row, 3));
    }

    private static OptionalLong time(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
