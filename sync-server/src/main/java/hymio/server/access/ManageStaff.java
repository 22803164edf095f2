package hymio.server.access;

import hymio.server.audit.AuditLog;
import hymio.server.audit.Author;
import hymio.server.audit.Change;
import hymio.server.audit.What;
import hymio.server.db.Db;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Adds and changes accounts of staff. Thread-safe. */
public final class ManageStaff {
    private final Db db;
    private final PasswordLink links;

    public ManageStaff(Db db, PasswordLink links) {
        this.db = db;
        this.links = links;
    }

    /** What came of a change. */
    public sealed interface Outcome {
        /** @param token of the link by which the password is chosen, told this once */
        record Link(String token) implements Outcome {
            /** Without the secret. */
            @Override
            public String toString() {
                return "Link";
            }
        }

        record Done() implements Outcome {}

        record NameTaken() implements Outcome {}

        record NoAccount() implements Outcome {}

        record NoLocation() implements Outcome {}
    }

    /**
     * An account as administrators see it.
     *
     * @param waiting whether no password was chosen yet
     */
    public record Member(String name, List<Grant> grants, boolean disabled, boolean waiting) {}

    /** A new account, which chooses its password by the link. */
    public Outcome add(String name, Grant grant, Author by) {
        return db.write(handle -> {
            if (AccountStore.find(handle, name).isPresent()) {
                return new Outcome.NameTaken();
            }
            if (missing(handle, grant.location())) {
                return new Outcome.NoLocation();
            }
            Account account = AccountStore.add(handle, name, "", by);
            AuditLog.note(handle, by, Change.made(What.ACCOUNT_ADD, account.name(), "", ""));
            give(handle, account, Optional.of(grant.role()), grant.location(), by);
            return new Outcome.Link(links.make(handle, account));
        });
    }

    /**
     * Gives a role in a branch, instead of the one it has for just this branch.
     *
     * @param role empty to take that away
     * @param location id of the top; empty for everywhere
     */
    public Outcome role(String name, Optional<Role> role, Optional<String> location, Author by) {
        return db.write(handle -> {
            Optional<Account> account = AccountStore.find(handle, name);
            if (account.isEmpty()) {
                return new Outcome.NoAccount();
            }
            if (missing(handle, location)) {
                return new Outcome.NoLocation();
            }
            give(handle, account.get(), role, location, by);
            return new Outcome.Done();
        });
    }

    /** Ends password and sessions at once; the link sets a new one. A disabled account is in use again. */
    public Outcome reset(String name, Author by) {
        return db.write(handle -> AccountStore.find(handle, name)
                .<Outcome>map(account -> {
                    close(handle, account);
                    handle.execute("update account set disabled = null where num = ?", account.num());
                    AuditLog.note(handle, by, Change.made(What.ACCOUNT_RESET, account.name(), "", ""));
                    return new Outcome.Link(links.make(handle, account));
                })
                .orElseGet(Outcome.NoAccount::new));
    }

    /** Nobody signs in with it from now on, and whoever has is out at once. Its name stays in the audit log. */
    public Outcome disable(String name, Author by) {
        return db.write(handle -> AccountStore.find(handle, name)
                .<Outcome>map(account -> {
                    close(handle, account);
                    handle.execute(
                            "update account set disabled = coalesce(disabled, ?) where num = ?",
                            by.millis(),
                            account.num());
                    AuditLog.note(handle, by, Change.made(What.ACCOUNT_DISABLE, account.name(), "", ""));
                    return new Outcome.Done();
                })
                .orElseGet(Outcome.NoAccount::new));
    }

    /** Every account, by name. */
    public List<Member> list() {
        return db.read(handle -> handle.createQuery("select num, name, disabled, password from account order by key")
                .map((row, context) -> new Member(
                        row.getString("name"),
                        GrantStore.of(handle, row.getLong("num")),
                        row.getObject("disabled") != null,
                        row.getString("password").isEmpty()))
                .list());
    }

    private static boolean missing(Handle handle, Optional<String> location) {
        return location.isPresent()
                && GrantStore.location(handle, location.get()).isEmpty();
    }

    private static void close(Handle handle, Account account) {
        handle.execute("update account set password = '' where num = ?", account.num());
        handle.execute("delete from password_link where account = ?", account.num());
        SessionStore.endAll(handle, account.num());
    }

    private static void give(
            Handle handle, Account account, Optional<Role> role, Optional<String> location, Author by) {
        String before = GrantStore.of(handle, account.num()).stream()
                .filter(it -> it.location().equals(location))
                .map(it -> it.role().word())
                .collect(Collectors.joining());
        Optional<Long> num = location.flatMap(id -> GrantStore.location(handle, id));
        GrantStore.set(handle, account.num(), role, num);
        String after = role.map(Role::word).orElse("");
        AuditLog.note(handle, by, new Change(What.ACCOUNT_ROLE, account.name(), location.orElse(""), before, after));
    }
}
