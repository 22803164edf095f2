package hymio.server.access;

import hymio.server.audit.AuditLog;
import hymio.server.audit.Author;
import hymio.server.audit.Change;
import hymio.server.audit.What;
import hymio.server.db.Db;
import hymio.wire.Limits;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Accounts of staff. Thread-safe. */
public final class AccountStore {
    private final Db db;

    public AccountStore(Db db) {
        this.db = db;
    }

    /** An account and what its password is compared with; prints without it. */
    public record Known(Account account, String stored) {
        /** Empty while no password was chosen. */
        public Optional<String> passwordHash() {
            return Optional.of(stored).filter(hash -> !hash.isEmpty());
        }

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

    /** Somebody who may sign in; empty when there is none, or it was disabled. */
    public Optional<Known> find(String name) {
        return db.read(handle -> handle.createQuery(
                        "select num, name, password from account where key = ? and disabled is null")
                .bind(0, key(name))
                .map((row, context) ->
                        new Known(new Account(row.getLong("num"), row.getString("name")), row.getString("password")))
                .findOne());
    }

    /** Whoever has this name, disabled or not. */
    static Optional<Account> find(Handle handle, String name) {
        return handle.createQuery("select num, name from account where key = ?")
                .bind(0, key(name))
                .map((row, context) -> new Account(row.getLong("num"), row.getString("name")))
                .findOne();
    }

    /** Sets a new password; sessions stay. */
    public void setPassword(Account account, String passwordHash, Author by) {
        db.change(handle -> setPassword(handle, account, passwordHash, by));
    }

    static void setPassword(Handle handle, Account account, String passwordHash, Author by) {
        handle.execute("update account set password = ? where num = ?", passwordHash, account.num());
        AuditLog.note(handle, by, Change.made(What.PASSWORD_SET, account.name(), "", ""));
    }

    public boolean none() {
        return db.<Boolean, RuntimeException>read(AccountStore::none);
    }

    static boolean none(Handle handle) {
        return handle.createQuery("select not exists (select 1 from account)")
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Adds an account whose name is free.
     *
     * @param passwordHash empty for none yet
     */
    static Account add(Handle handle, String name, String passwordHash, Author by) {
        long num = handle.createQuery(
                        "insert into account (key, name, password, created) values (?, ?, ?, ?) returning num")
                .bind(0, key(name))
                .bind(1, name.strip())
                .bind(2, passwordHash)
                .bind(3, by.millis())
                .mapTo(Long.class)
                .one();
        return new Account(num, name.strip());
    }
}
