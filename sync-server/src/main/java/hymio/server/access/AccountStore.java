package hymio.server.access;

import hymio.server.db.Db;
import hymio.wire.Limits;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Accounts of staff. Thread-safe. */
public final class AccountStore {
    private final Db db;
    private final InstantSource clock;

    public AccountStore(Db db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /** An account and what its password is compared with; prints without it. */
    public record Known(Account account, String passwordHash) {
        @Override
        public String toString() {
            return "Known[" + account + "]";
        }
    }

    /** A name that people can type and see: 1 to {@link Limits#NAME} characters, none of them control characters. */
    public static boolean fit(String name) {
        return !name.isBlank()
                && name.length() <= Limits.NAME
                && name.codePoints().noneMatch(Character::isISOControl);
    }

    /** What names are compared by: without regard to case, outer spaces and ways to encode one letter. */
    public static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    public Optional<Known> find(String name) {
        return db.read(handle -> handle.createQuery("select num, name, password from account where key = ?")
                .bind(0, key(name))
                .map((row, context) ->
                        new Known(new Account(row.getLong("num"), row.getString("name")), row.getString("password")))
                .findOne());
    }

    public boolean none() {
        return db.<Boolean, RuntimeException>read(AccountStore::none);
    }

    static boolean none(Handle handle) {
        return handle.createQuery("select not exists (select 1 from account)")
                .mapTo(Boolean.class)
                .one();
    }

    /** Adds an account whose name is free. */
    Account add(Handle handle, String name, String passwordHash) {
        long num = handle.createQuery(
                        "insert into account (key, name, password, created) values (?, ?, ?, ?)" + " returning num")
                .bind(0, key(name))
                .bind(1, name.strip())
                .bind(2, passwordHash)
                .bind(3, clock.millis())
                .mapTo(Long.class)
                .one();
        return new Account(num, name.strip());
    }
}
