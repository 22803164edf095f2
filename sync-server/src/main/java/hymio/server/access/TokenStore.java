package hymio.server.access;

import hymio.server.audit.AuditLog;
import hymio.server.audit.Author;
import hymio.server.audit.Change;
import hymio.server.audit.What;
import hymio.server.db.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Access tokens of scripts. Only their hashes are kept. Thread-safe. */
public final class TokenStore {
    private static final String SELECT = "select t.name, t.created, t.role, l.id as location from token t"
            + " left join location l on l.num = t.location";

    private final Db db;
    private final Secrets secrets;

    public TokenStore(Db db, Secrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    /** A token without its secret. */
    public record Token(String name, Instant created, Grant grant) {}

    /** What came of {@link #create}. */
    public sealed interface Created {
        /** Told this once. */
        record Told(String token) implements Created {
            /** Without the secret. */
            @Override
            public String toString() {
                return "Told";
            }
        }

        record NameTaken() implements Created {}

        record NoLocation() implements Created {}
    }

    /** @param name what people call its use */
    public Created create(String name, Grant grant, Author by) {
        return db.write(handle -> {
            Optional<Long> location = grant.location().flatMap(id -> GrantStore.location(handle, id));
            if (location.isEmpty() && grant.location().isPresent()) {
                return new Created.NoLocation();
            }
            String token = "hymio_" + secrets.token();
            if (insert(handle, token, name, grant.role(), location, by) == 0) {
                return new Created.NameTaken();
            }
            String where = grant.location().orElse("");
            AuditLog.note(
                    handle,
                    by,
                    Change.made(What.TOKEN_ADD, name, where, grant.role().word()));
            return new Created.Told(token);
        });
    }

    private static int insert(Handle handle, String token, String name, Role role, Optional<Long> location, Author by) {
        return handle.createUpdate("insert into token (hash, name, created, role, location)"
                        + " values (:hash, :name, :created, :role, :location) on conflict (name) do nothing")
                .bind("hash", Secrets.hash(token))
                .bind("name", name)
                .bind("created", by.millis())
                .bind("role", role.word())
                .bind("location", location.orElse(null))
                .execute();
    }

    /** Whose token it is; empty when there is no such token. */
    public Optional<Token> find(String token) {
        return db.read(handle -> handle.createQuery(SELECT + " where t.hash = ?")
                .bind(0, Secrets.hash(token))
                .map((row, context) -> token(row))
                .findOne());
    }

    /** Every token, by name. */
    public List<Token> list() {
        return db.read(handle -> handle.createQuery(SELECT + " order by t.name")
                .map((row, context) -> token(row))
                .list());
    }

    /** Ends a token at once; false when there is none of this name. */
    public boolean revoke(String name, Author by) {
        return db.write(handle -> {
            Optional<Token> token = handle.createQuery(SELECT + " where t.name = ?")
                    .bind(0, name)
                    .map((row, context) -> token(row))
                    .findOne();
            token.ifPresent(it -> {
                handle.execute("delete from token where name = ?", name);
                Grant grant = it.grant();
                AuditLog.note(
                        handle,
                        by,
                        new Change(
                                What.TOKEN_REVOKE,
                                name,
                                grant.location().orElse(""),
                                grant.role().word(),
                                ""));
            });
            return token.isPresent();
        });
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(row.getString("name"), Instant.ofEpochMilli(row.getLong("created")), GrantStore.grant(row));
    }
}
