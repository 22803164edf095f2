package hymio.server.ingest;

import hymio.server.tally.Arrivals;
import hymio.server.tally.LocalTime;
import hymio.wire.Limits;
import hymio.wire.Receipt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Knows which numbers of each journal are missing, and counts them: at place and day of the next number that is stored,
 * because nobody knows better; above the highest stored, where the terminal stood when it last said how far it is. A
 * whole journal costs nothing. Not thread-safe.
 */
final class Gaps {
    private final Statements sql;
    private final Arrivals arrivals;

    Gaps(Statements sql, Arrivals arrivals) {
        this.sql = sql;
        this.arrivals = arrivals;
    }

    /** Where missing numbers count. */
    private record Spot(long location, long day) {
        static Spot of(ResponseRow next) {
            return new Spot(next.location(), LocalTime.day(next.hour()));
        }

        static Spot of(Standing standing, long millis) {
            Standing.Place place = standing.at(millis);
            return new Spot(place.location(), LocalTime.day(LocalTime.hour(millis, place.zone())));
        }
    }

    private record Gap(long first, long last, Spot spot) {
        long size() {
            return last - first + 1;
        }
    }

    /**
     * Opens and closes gaps by what a batch brought.
     *
     * @param terminal whose journal it is
     * @param fresh rows just inserted, numbers rising
     */
    void move(Journal before, Journal now, long terminal, Standing standing, List<ResponseRow> fresh)
            throws SQLException {
        if (before.isWhole() && now.isWhole()) {
            return;
        }
        Collection<Gap> touched = touched(before, fresh);
        List<Gap> open = new ArrayList<>(touched);
        if (now.last() > before.last()) {
            boolean goesOn = !open.isEmpty() && open.getLast().last() == before.last();
            long first = goesOn ? open.removeLast().first() : before.last() + 1;
            open.add(new Gap(first, now.last(), Spot.of(standing, now.heardMillis())));
        }
        List<Gap> left = new ArrayList<>();
        for (Gap gap : open) {
            boolean nothingAbove = gap.last() == now.last();
            Spot spot = nothingAbove ? Spot.of(standing, now.heardMillis()) : gap.spot();
            split(new Gap(gap.first(), gap.last(), spot), fresh, left);
        }
        replace(now.source(), terminal, touched, left);
    }

    /** The gaps that fresh numbers lie in, and the one above the highest stored number; lowest first. */
    private Collection<Gap> touched(Journal journal, List<ResponseRow> fresh) throws SQLException {
        TreeMap<Long, Gap> touched = new TreeMap<>();
        if (!fresh.isEmpty()) {
            long highest = fresh.getLast().number();
            try (ResultSet row = sql.of(
                            "select first, last, location, day from gap where source = ? and last >= ? order by last",
                            journal.source(),
                            fresh.getFirst().number())
                    .executeQuery()) {
                while (row.next() && row.getLong(1) <= highest) {
                    touched.put(row.getLong(2), gap(row));
                }
            }
        }
        try (ResultSet row = sql.of(
                        "select first, last, location, day from gap where source = ? and last = ?",
                        journal.source(),
                        journal.last())
                .executeQuery()) {
            if (row.next()) {
                touched.put(row.getLong(2), gap(row));
            }
        }
        return touched.values();
    }

    private static Gap gap(ResultSet row) throws SQLException {
        return new Gap(row.getLong(1), row.getLong(2), new Spot(row.getLong(3), row.getLong(4)));
    }

    /** What fresh numbers leave of a gap. */
    private static void split(Gap gap, List<ResponseRow> fresh, List<Gap> left) {
        long first = gap.first();
        for (ResponseRow row : fresh) {
            if (row.number() >= first && row.number() <= gap.last()) {
                if (row.number() > first) {
                    left.add(new Gap(first, row.number() - 1, Spot.of(row)));
                }
                first = row.number() + 1;
            }
        }
        if (first <= gap.last()) {
            left.add(new Gap(first, gap.last(), gap.spot()));
        }
    }

    private void replace(long source, long terminal, Collection<Gap> before, Collection<Gap> now) throws SQLException {
        for (Gap gap : before) {
            if (!now.contains(gap)) {
                sql.of("delete from gap where source = ? and last = ?", source, gap.last())
                        .executeUpdate();
                arrivals.missing(gap.spot().location(), gap.spot().day(), terminal, -gap.size());
            }
        }
        for (Gap gap : now) {
            if (!before.contains(gap)) {
                sql.of(
                                "insert into gap (source, last, first, location, day) values (?, ?, ?, ?, ?)",
                                source,
                                gap.last(),
                                gap.first(),
                                gap.spot().location(),
                                gap.spot().day())
                        .executeUpdate();
                arrivals.missing(gap.spot().location(), gap.spot().day(), terminal, gap.size());
            }
        }
    }

    /**
     * The lowest missing numbers, as many ranges as a receipt may name. Those above the highest stored one are on their
     * way, unless the terminal has sent all it has.
     *
     * @param allSent whether the terminal says that nothing is left to send
     */
    List<Receipt.Range> missing(Journal journal, boolean allSent) throws SQLException {
        List<Receipt.Range> missing = new ArrayList<>();
        if (journal.isWhole()) {
            return missing;
        }
        try (ResultSet row = sql.of(
                        "select first, last from gap where source = ? order by last limit " + Limits.MISSING,
                        journal.source())
                .executeQuery()) {
            while (row.next()) {
                if (allSent || row.getLong(2) < journal.last()) {
                    missing.add(new Receipt.Range(row.getLong(1), row.getLong(2)));
                }
            }
        }
        return missing;
    }
}
