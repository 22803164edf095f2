package hymio.server.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a terminal stood, and since when; the earliest first. */
record Standing(List<Place> places) {
    /** @param since milliseconds since 1970 UTC */
    record Place(long since, long location, ZoneId zone) {}

    /**
     * Empty when the terminal was revoked and sends all the same. What it wrote and staff carried in was earned, and is
     * taken.
     */
    static Optional<Standing> of(Statements sql, long terminal, Arrival arrival) throws SQLException {
        List<Place> places = new ArrayList<>();
        try (ResultSet row = sql.of(
                        "select a.since, a.location, l.zone from terminal t"
                                + " join assignment a on a.terminal = t.num join location l on l.num = a.location"
                                + " where t.num = ? and (t.revoked is null or ?) order by a.since",
                        terminal,
                        arrival instanceof Arrival.Written)
                .executeQuery()) {
            while (row.next()) {
                places.add(new Place(row.getLong(1), row.getLong(2), ZoneId.of(row.getString(3))));
            }
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(new Standing(places));
    }

    /** When its first assignment began, milliseconds since 1970 UTC. */
    long since() {
        return places.getFirst().since();
    }

    /** Where it stood at a moment; before its first assignment it stood there already. */
    Place at(long millis) {
        Place place = places.getFirst();
        for (Place later : places) {
            if (later.since() <= millis) {
                place = later;
            }
        }
        return place;
    }
}
