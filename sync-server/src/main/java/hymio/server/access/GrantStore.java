package hymio.server.access;

import hymio.server.db.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Which account has which role where. Thread-safe. */
public final class GrantStore {
    private final Db db;

    public GrantStore(Db db) {
        this.db = db;
    }

    /** What an account may; empty when it has no role, or there is no such account. */
    public List<Grant> of(long account) {
        return db.read(handle -> of(handle, account));
    }

    static List<Grant> of(Handle handle, long account) {
        return handle.createQuery("select r.role, l.id as location from staff_role r"
                        + " left join location l on l.num = r.location where r.account = ? order by l.id")
                .bind(0, account)
                .map((row, context) -> grant(row))
                .list();
    }

    /** Gives a role, instead of the one that the account has there; without a role it only takes that away. */
    static void set(Handle handle, long account, Optional<Role> role, Optional<Long> location) {
        handle.createUpdate("delete from staff_role where account = :account"
                        + " and coalesce(location, 0) = coalesce(:location, 0)")
                .bind("account", account)
                .bind("location", location.orElse(null))
                .execute();
        role.ifPresent(it -> handle.createUpdate(
                        "insert into staff_role (account, location, role) values (:account, :location, :role)")
                .bind("account", account)
                .bind("location", location.orElse(null))
                .bind("role", it.word())
                .execute());
    }

    /** Number of a location that roles can hold for; empty when there is none of this id. */
    static Optional<Long> location(Handle handle, String id) {
        return handle.createQuery("select num from location where id = ?")
                .bind(0, id)
                .mapTo(Long.class)
                .findOne();
    }

    /** Of columns {@code role} and {@code location}. */
    static Grant grant(ResultSet row) throws SQLException {
        @Nullable String location = row.getString("location");
        return new Grant(Role.of(row.getString("role")).orElseThrow(), Optional.ofNullable(location));
    }
}
