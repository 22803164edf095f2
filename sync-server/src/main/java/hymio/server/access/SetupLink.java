package hymio.server.access;

import hymio.server.db.Db;
import java.util.Optional;

/**
 * The one-time link by which the first administrator sets a password. It is told where only the one who runs the server
 * reads, works once, and is void as soon as there is an account. Thread-safe.
 */
public final class SetupLink {
    private final Db db;
    private final Secrets secrets;
    private final AccountStore accounts;

    public SetupLink(Db db, Secrets secrets, AccountStore accounts) {
        this.db = db;
        this.secrets = secrets;
        this.accounts = accounts;
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
     * Uses the link up and makes the first account, both or neither.
     *
     * @return empty when the link does not stand (any more)
     */
    public Optional<Account> use(String token, String name, String passwordHash) {
        return db.write(handle -> {
            int used = handle.execute("delete from setup_link where hash = ?", Secrets.hash(token));
            return used == 1 && AccountStore.none(handle)
                    ? Optional.of(accounts.add(handle, name, passwordHash))
                    : Optional.empty();
        });
    }
}
