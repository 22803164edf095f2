package hymio.server.access;

import java.util.Optional;

/** Which passwords may be chosen: long ones, no riddles (NIST SP 800-63B, 3.1.1). */
public final class PasswordRule {
    /** In characters (code points). */
    public static final int SHORTEST = 12;

    /** In characters (code points); bounds the work of hashing. */
    public static final int LONGEST = 128;

    /** What is wrong with a password. */
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        IS_NAME,
        ONE_CHARACTER
    }

    /** The first fault of a password; empty when it may be chosen. */
    public static Optional<Fault> fault(String name, String password) {
        long length = password.codePoints().count();
        if (length < SHORTEST) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        if (AccountStore.key(password).equals(AccountStore.key(name))) {
            return Optional.of(Fault.IS_NAME);
        }
        boolean one = password.codePoints().distinct().count() == 1;
        return one ? Optional.of(Fault.ONE_CHARACTER) : Optional.empty();
    }

    private PasswordRule() {}
}
