package hymio.server.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import hymio.server.access.Secrets;
import hymio.server.audit.AuditLog;
import hymio.server.audit.Author;
import hymio.server.audit.Change;
import hymio.server.audit.What;
import hymio.server.db.Db;
import hymio.server.location.LocationStore;
import hymio.wire.Behaviour;
import hymio.wire.Look;
import hymio.wire.StaffPin;
import hymio.wire.WireCodec;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Settings of locations. A location without one takes that of the nearest location above that has it, for each kind by
 * itself. Thread-safe.
 */
public final class SettingStore {
    /** 48 bits: enough to tell two settings of one location apart. */
    private static final int VERSION_BYTES = 6;

    private static final String UP = "with recursive up (num, id, parent, steps) as ("
            + " select num, id, parent, 0 from location where num = ?"
            + " union all select l.num, l.id, l.parent, steps + 1 from up join location l on l.num = up.parent)";
    private static final String NEAREST_FIRST = " from up join setting s on s.location = up.num order by up.steps";

    private final Db db;
    private final LocationStore locations;
    private final WireCodec codec;
    private final InstantSource clock;

    public SettingStore(Db db, LocationStore locations, WireCodec codec, InstantSource clock) {
        this.db = db;
        this.locations = locations;
        this.codec = codec;
        this.clock = clock;
    }

    /**
     * A setting in use.
     *
     * @param from id of the location that has it
     * @param text its content as JSON, or its version
     */
    record Found(SettingKind kind, String from, String text) {}

    /** What the terminals of a location shall be. */
    public record InUse(Optional<Look> look, Optional<Behaviour> behaviour, Optional<StaffPin> staffPin) {}

    /** Sets one; false when there is no such location. */
    boolean set(String location, SettingKind kind, Object value, Author by) {
        String json = new String(codec.write(value), UTF_8);
        String version = HexFormat.of().formatHex(Secrets.hash(json), 0, VERSION_BYTES);
        return db.write(handle -> locations
                .find(handle, location)
                .map(it -> {
                    String before = told(handle, it.num(), kind);
                    int set = handle.execute(
                            "insert into setting (location, kind, content, version, changed) values (?, ?, ?, ?, ?)"
                                    + " on conflict (location, kind) do update set content = excluded.content,"
                                    + " version = excluded.version, changed = excluded.changed",
                            it.num(),
                            kind.word(),
                            json,
                            version,
                            clock.millis());
                    String after = told(handle, it.num(), kind);
                    AuditLog.note(handle, by, new Change(What.SETTING_SET, kind.word(), location, before, after));
                    return set;
                })
                .isPresent());
    }

    /** Takes away what a location itself has, if anything; false when there is no such location. */
    boolean remove(String location, SettingKind kind, Author by) {
        return db.write(handle -> locations
                .find(handle, location)
                .map(it -> {
                    String before = told(handle, it.num(), kind);
                    int removed = handle.execute(
                            "delete from setting where location = ? and kind = ?", it.num(), kind.word());
                    if (removed > 0) {
                        AuditLog.note(handle, by, new Change(What.SETTING_REMOVE, kind.word(), location, before, ""));
                    }
                    return removed;
                })
                .isPresent());
    }

    /** What a location itself has, as the audit log says it; a look is too long, and a PIN is a secret. */
    private static String told(Handle handle, long location, SettingKind kind) {
        String column = kind == SettingKind.BEHAVIOUR ? "content" : kind == SettingKind.LOOK ? "version" : "'…'";
        return handle.createQuery("select " + column + " from setting where location = ? and kind = ?")
                .bind(0, location)
                .bind(1, kind.word())
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    Optional<Found> find(long location, SettingKind kind) {
        return db.read(handle ->
                Optional.ofNullable(nearest(handle, "content", location).get(kind)));
    }

    /** What a location uses, by kind. */
    private static Map<SettingKind, Found> nearest(Handle handle, String column, long location) {
        Map<SettingKind, Found> nearest = new EnumMap<>(SettingKind.class);
        handle.createQuery(UP + " select s.kind, up.id, s." + column + NEAREST_FIRST)
                .bind(0, location)
                .map((row, context) ->
                        new Found(SettingKind.of(row.getString(1)).orElseThrow(), row.getString(2), row.getString(3)))
                .forEach(found -> nearest.putIfAbsent(found.kind(), found));
        return nearest;
    }

    public InUse inUse(Handle handle, long location) {
        Map<SettingKind, Found> found = nearest(handle, "content", location);
        return new InUse(
                read(found, SettingKind.LOOK, Look.class),
                read(found, SettingKind.BEHAVIOUR, Behaviour.class),
                read(found, SettingKind.STAFF_PIN, StaffPin.class));
    }

    private <T> Optional<T> read(Map<SettingKind, Found> found, SettingKind kind, Class<T> type) {
        return Optional.ofNullable(found.get(kind))
                .map(it -> codec.read(it.text().getBytes(UTF_8), type));
    }

    /** One word for all that a location uses, empty without any. It is asked with every batch: no content is read. */
    public String version(Handle handle, long location) {
        return nearest(handle, "version", location).values().stream()
                .map(it -> "\n" + it.kind().word() + " " + it.text())
                .collect(Collectors.joining());
    }
}
