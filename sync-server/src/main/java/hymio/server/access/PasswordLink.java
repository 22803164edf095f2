package hymio.server.access;

import hymio.server.audit.Author;
import hymio.server.db.Db;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The one-time links by which staff choose a password of their own. Only hashes are kept. Thread-safe. */
public final class PasswordLink {
    /** How long a link works. */
    public static final Duration VALID = Duration.ofDays(3);

    private final Db db;
    private final Secrets secrets;
    private final InstantSource clock;

    public PasswordLink(Db db, Secrets secrets, InstantSource clock) {
        this.db = db;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The token of a new link, told this once; an older one of the account ends. */
    String make(Handle handle, Account account) {
        String token = secrets.token();
        handle.execute("delete from password_link where account = ?", account.num());
        handle.execute(
                "insert into password_link (account, hash, expires) values (?, ?, ?)",
                account.num(),
                Secrets.hash(token),
                clock.millis() + VALID.toMillis());
        return token;
    }

    /** Whose link it is; empty when it does not work (any more). */
    public Optional<Account> find(String token) {
        return db.read(handle -> find(handle, token));
    }

    private Optional<Account> find(Handle handle, String token) {
        return handle.createQuery("select a.num, a.name from password_link p join account a on a.num = p.account"
                        + " where p.hash = ? and p.expires > ? and a.disabled is null")
                .bind(0, Secrets.hash(token))
                .bind(1, clock.millis())
                .map((row, context) -> new Account(row.getLong("num"), row.getString("name")))
                .findOne();
    }

    /** Uses the link up and sets the password, both or neither; empty when it does not work (any more). */
    public Optional<Account> use(String token, String passwordHash) {
        return db.write(handle -> {
            Optional<Account> account = find(handle, token);
            account.ifPresent(it -> {
                handle.execute("delete from password_link where account = ?", it.num());
                AccountStore.setPassword(handle, it, passwordHash, Author.staff(it.name(), clock));
            });
            return account;
        });
    }
}
