package hymio.server.terminal;

import hymio.wire.UnitInfo;
import hymio.wire.UnitInfo.Came;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The machines that stood as one terminal, in the order in which they came.
 *
 * @param copied whether several machines use its card in turns
 */
record UnitHistory(List<UnitInfo> units, boolean copied) {
    /** So often machines must have come back: once is a card that was moved there and back. */
    static final int RETURNS = 2;
    /** So long after the last return the terminal is well again. */
    static final Duration MEMORY = Duration.ofDays(7);

    private record Era(long number, long since) {}

    private record Unit(
            long enrolment, String word, long first, long last, long returns, long returned, List<UUID> journals) {}

    private record Key(long terminal, long enrolment, String unit) {}

    /** Number of the terminal → its history. */
    static Map<Long, UnitHistory> all(Handle handle, long nowMillis) {
        Map<Long, List<Unit>> units = units(handle, journals(handle));
        Map<Long, UnitHistory> all = new HashMap<>();
        eras(handle)
                .forEach((terminal, eras) ->
                        all.put(terminal, of(eras, units.getOrDefault(terminal, List.of()), nowMillis)));
        return all;
    }

    private static Map<Long, List<Era>> eras(Handle handle) {
        Map<Long, List<Era>> eras = new HashMap<>();
        handle.createQuery("select terminal, number, since from enrolment order by terminal, number")
                .map((row, context) -> eras.computeIfAbsent(row.getLong(1), unused -> new ArrayList<>())
                        .add(new Era(row.getLong(2), row.getLong(3))))
                .list();
        return eras;
    }

    private static Map<Long, List<Unit>> units(Handle handle, Map<Key, List<UUID>> journals) {
        Map<Long, List<Unit>> units = new HashMap<>();
        handle.createQuery("select terminal, enrolment, unit, first, last, returns, coalesce(returned, 0)"
                        + " from unit order by terminal, enrolment, first, unit")
                .map((row, context) -> units.computeIfAbsent(row.getLong(1), unused -> new ArrayList<>())
                        .add(new Unit(
                                row.getLong(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                journals.getOrDefault(
                                        new Key(row.getLong(1), row.getLong(2), row.getString(3)), List.of()))))
                .list();
        return units;
    }

    private static Map<Key, List<UUID>> journals(Handle handle) {
        Map<Key, List<UUID>> journals = new HashMap<>();
        handle.createQuery("select u.terminal, u.enrolment, u.unit, j.journal from unit_journal u"
                        + " join journal j on j.source = u.source order by u.source")
                .map((row, context) -> journals.computeIfAbsent(
                                new Key(row.getLong(1), row.getLong(2), row.getString(3)), unused -> new ArrayList<>())
                        .add(uuid(row.getBytes(4))))
                .list();
        return journals;
    }

    private static UnitHistory of(List<Era> eras, List<Unit> units, long nowMillis) {
        List<UnitInfo> infos = new ArrayList<>();
        for (Era era : eras) {
            Came came = era.number() == 0 ? Came.ENROLLED : Came.SWAPPED;
            List<Unit> here =
                    units.stream().filter(it -> it.enrolment() == era.number()).toList();
            if (here.isEmpty()) {
                infos.add(new UnitInfo("", time(era.since()), "", came, List.of()));
            }
            for (Unit unit : here) {
                boolean first = unit.equals(here.getFirst());
                infos.add(new UnitInfo(
                        unit.word(),
                        time(first ? era.since() : unit.first()),
                        time(unit.last()),
                        first ? came : Came.CARD,
                        unit.journals()));
            }
        }
        return new UnitHistory(infos, copied(eras.getLast(), units, nowMillis));
    }

    private static boolean copied(Era now, List<Unit> units, long nowMillis) {
        List<Unit> here =
                units.stream().filter(it -> it.enrolment() == now.number()).toList();
        return here.stream().mapToLong(Unit::returns).sum() >= RETURNS
                && here.stream().anyMatch(it -> nowMillis - it.returned() < MEMORY.toMillis());
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }

    static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
