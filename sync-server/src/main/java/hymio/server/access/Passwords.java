package hymio.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Hashes and compares passwords with Argon2id (RFC 9106) at the size that OWASP's Password Storage names: 19 MiB, 2
 * passes, 1 lane. Few at once, so that a flood of sign-ins cannot eat the memory. Thread-safe.
 */
public final class Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    /** Bounds memory to twice 19 MiB, whatever the number of sign-ins. */
    public static final int AT_ONCE = 2;
    /** Fits no password that anybody knows; compared when there is no account, so that this takes as long. */
    private static final String NOBODY = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES
            + "$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final RandomGenerator random;
    private final Duration patience;
    private final Semaphore permits;

    /**
     * @param random cryptographically strong
     * @param patience how long to wait for a turn
     * @param atOnce how many are hashed at once, usually {@link #AT_ONCE}
     */
    public Passwords(RandomGenerator random, Duration patience, int atOnce) {
        this.random = random;
        this.patience = patience;
        this.permits = new Semaphore(atOnce, true);
    }

    /** Too many are being hashed; try again later. */
    public static final class BusyException extends RuntimeException {
        BusyException() {
            super("too many passwords at once", null, false, false);
        }
    }

    /**
     * A PHC string: {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}.
     *
     * @throws BusyException when no turn came
     */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
        return inTurn(() -> argon2.hash(bytes(password), salt).getResult());
    }

    /**
     * Compares with a hash of {@link #hash}, or takes as long to say no when there is none.
     *
     * @throws BusyException when no turn came
     */
    public boolean matches(String password, Optional<String> hash) {
        byte[] stored = hash.orElse(NOBODY).getBytes(UTF_8);
        boolean same = inTurn(
                () -> Argon2Function.getInstanceFromHash(hash.orElse(NOBODY)).check(bytes(password), stored));
        return same && hash.isPresent();
    }

    /** One letter typed on two systems is the same letter (NIST SP 800-63B, 3.1.1.2). */
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(UTF_8);
    }

    private <T> T inTurn(Supplier<T> work) {
        takeTurn();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private void takeTurn() {
        try {
            if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
    }
}
