package hymio.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static Passwords passwords(Duration patience) {
        return new Passwords(new SecureRandom(), patience, Passwords.AT_ONCE);
    }

    @Test
    void comparesWithAHashOfTheReferenceImplementation() {
        // Argon2's own test.c: version 19, 2 passes, 64 MiB, 1 lane, "password", "somesalt".
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        Passwords passwords = passwords(Duration.ofSeconds(5));
        assertThat(passwords.matches("password", Optional.of(reference))).isTrue();
        assertThat(passwords.matches("differentpassword", Optional.of(reference)))
                .isFalse();
    }

    @Test
    void samePasswordHasAnotherHashEachTime() {
        Passwords passwords = passwords(Duration.ofSeconds(5));
        String one = passwords.hash("kirjasto on auki");
        String two = passwords.hash("kirjasto on auki");
        assertThat(one).isNotEqualTo(two);
        assertThat(passwords.matches("kirjasto on auki", Optional.of(two))).isTrue();
    }

    @Test
    void letterIsTheSameHoweverItIsEncoded() {
        Passwords passwords = passwords(Duration.ofSeconds(5));
        assertThat(passwords.matches("a\u0308iti\u0308", Optional.of(passwords.hash("\u00e4it\u00ef"))))
                .isTrue();
    }

    @Test
    void nothingMatchesNobody() {
        assertThat(passwords(Duration.ofSeconds(5)).matches("", Optional.empty()))
                .isFalse();
    }

    @Test
    void floodIsTurnedAwayInsteadOfTakingMemory() throws Exception {
        Passwords passwords = passwords(Duration.ZERO);
        int busy = 0;
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            var all = java.util.stream.IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return passwords.hash("password " + i);
                    }))
                    .toList();
            start.countDown();
            for (var one : all) {
                try {
                    one.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(Passwords.BusyException.class);
                    busy++;
                }
            }
        }
        assertThat(busy).isBetween(1, 14);
        assertThat(passwords.hash("and on it goes")).startsWith("$argon2id$");
    }

    @Test
    void failedHashGivesItsTurnBack() {
        RandomGenerator broken = () -> {
            throw new IllegalStateException("no randomness");
        };
        Passwords passwords = new Passwords(broken, Duration.ZERO, Passwords.AT_ONCE);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> passwords.hash("x")).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> passwords.matches("x", Optional.of("no hash")))
                    .isNotInstanceOf(Passwords.BusyException.class);
        }
    }
}
