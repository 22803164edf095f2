package hymio.server.location;

import static java.nio.charset.StandardCharsets.UTF_8;

import hymio.server.audit.AuditLog;
import hymio.server.audit.Author;
import hymio.server.audit.Change;
import hymio.server.audit.What;
import hymio.server.db.Db;
import hymio.wire.Place;
import hymio.wire.Texts;
import hymio.wire.WireCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** The tree of locations. What is added stays: its figures hang on it. Thread-safe. */
public final class LocationStore {
    private static final String COLUMNS = "l.num, l.id, l.name, l.zone, coalesce(p.id, '') as parent";

    private final Db db;
    private final WireCodec codec;

    public LocationStore(Db db, WireCodec codec) {
        this.db = db;
        this.codec = codec;
    }

    /** What came of {@link #add}. */
    public enum Added {
        NEW,
        /** The same location stood already. */
        SAME,
        /** The id stands already with other content; nothing was changed. */
        OTHER,
        NO_PARENT
    }

    /** @param num the small integer that stands for the id in the database */
    public record Location(long num, Place place) {
        public ZoneId zone() {
            return ZoneId.of(place.zone());
        }
    }

    public Added add(Place place, Author by) {
        return db.write(handle -> {
            Optional<Location> standing = find(handle, place.id());
            if (standing.isPresent()) {
                return standing.get().place().equals(place) ? Added.SAME : Added.OTHER;
            }
            OptionalLong parent = parent(handle, place);
            if (parent.isEmpty() && !place.parent().isEmpty()) {
                return Added.NO_PARENT;
            }
            insert(handle, place, parent);
            AuditLog.note(
                    handle,
                    by,
                    Change.made(
                            What.LOCATION_ADD,
                            place.id(),
                            place.id(),
                            place.name().in("fi")));
            return Added.NEW;
        });
    }

    /** Every location, each after its parent. */
    public List<Place> list() {
        return db.read(handle -> handle.createQuery("with recursive tree (num, path) as ("
                        + " select num, id from location where parent is null"
                        + " union all select l.num, t.path || ' ' || l.id from tree t join location l on l.parent = t.num)"
                        + " select " + COLUMNS + " from tree t join location l on l.num = t.num"
                        + " left join location p on p.num = l.parent order by t.path")
                .map((row, context) -> location(row).place())
                .list());
    }

    /** Id of each location → id of the one above, empty at the top. */
    public Map<String, String> parents() {
        Map<String, String> parents = new HashMap<>();
        db.<List<String>, RuntimeException>read(handle -> handle.createQuery("select l.id, coalesce(p.id, '') as parent"
                        + " from location l left join location p on p.num = l.parent")
                .map((row, context) -> parents.put(row.getString("id"), row.getString("parent")))
                .list());
        return parents;
    }

    public Optional<Location> find(String id) {
        return db.read(handle -> find(handle, id));
    }

    /** As {@link #find(String)}, within a transaction. */
    public Optional<Location> find(Handle handle, String id) {
        return handle.createQuery("select " + COLUMNS
                        + " from location l left join location p on p.num = l.parent where l.id = ?")
                .bind(0, id)
                .map((row, context) -> location(row))
                .findOne();
    }

    /** The location of a number that the database holds. */
    public Location byNumber(Handle handle, long num) {
        return handle.createQuery("select " + COLUMNS
                        + " from location l left join location p on p.num = l.parent where l.num = ?")
                .bind(0, num)
                .map((row, context) -> location(row))
                .one();
    }

    private OptionalLong parent(Handle handle, Place place) {
        return place.parent().isEmpty()
                ? OptionalLong.empty()
                : find(handle, place.parent()).stream().mapToLong(Location::num).findFirst();
    }

    private void insert(Handle handle, Place place, OptionalLong parent) {
        handle.createUpdate("insert into location (id, name, parent, zone) values (:id, :name, :parent, :zone)")
                .bind("id", place.id())
                .bind("name", new String(codec.write(place.name()), UTF_8))
                .bind("parent", parent.isPresent() ? (Long) parent.getAsLong() : null)
                .bind("zone", place.zone())
                .execute();
    }

    private Location location(ResultSet row) throws SQLException {
        Texts name = codec.read(row.getString("name").getBytes(UTF_8), Texts.class);
        return new Location(
                row.getLong("num"),
                new Place(row.getString("id"), name, row.getString("parent"), row.getString("zone")));
    }
}
