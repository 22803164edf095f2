package hymio.server.access;

import hymio.server.audit.AuditLog;
import hymio.server.audit.Author;
import hymio.server.audit.Change;
import hymio.server.audit.What;
import hymio.server.db.Db;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The one-time link by which the first administrator sets a password. It is told where only the one who runs the server
 * reads, works once, and is void as soon as there is an account. Thread-safe.
 */
public final class SetupLink {
    private final Db db;
    private final Secrets secrets;
    private final InstantSource clock;

    public SetupLink(Db db, Secrets secrets, InstantSource clock) {
        this.db = db;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The token of a new link, told this once; older links end. Empty when there is an account. */
    public Optional<String> renew() {
        String token = secrets.token();
        return db.write(handle -> {
            handle.execute("delete from setup_link");
            if (!AccountStore.none(handle)) {
                return Optional.empty();
            }
            handle.execute("insert into setup_link (one, hash) values (1, ?)", Secrets.hash(token));
            return Optional.of(token);
        });
    }

    /** Whether the link can be used now. */
    public boolean stands(String token) {
        return db.<Boolean, RuntimeException>read(
                handle -> handle.createQuery("select exists (select 1 from setup_link where hash = ?)"
                                + " and not exists (select 1 from account)")
                        .bind(0, Secrets.hash(token))
                        .mapTo(Boolean.class)
                        .one());
    }

    /**
     * Uses the link up and makes the first account, administrator of everything; all of it or nothing.
     *
     * @return empty when the link does not stand (any more)
     */
    public Optional<Account> use(String token, String name, String passwordHash) {
        return db.write(handle -> {
            int used = handle.execute("delete from setup_link where hash = ?", Secrets.hash(token));
            return used == 1 && AccountStore.none(handle)
                    ? Optional.of(first(handle, name, passwordHash))
                    : Optional.empty();
        });
    }

    private Account first(Handle handle, String name, String passwordHash) {
        Author by = Author.staff(name.strip(), clock);
        Account account = AccountStore.add(handle, name, passwordHash, by);
        Grant grant = Grant.EVERYTHING;
        GrantStore.set(handle, account.num(), Optional.of(grant.role()), Optional.empty());
        AuditLog.note(
                handle,
                by,
                Change.made(What.ACCOUNT_ADD, account.name(), "", grant.role().word()));
        return account;
    }
}
