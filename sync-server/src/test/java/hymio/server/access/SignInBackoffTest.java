package hymio.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.TestDatabase;
import hymio.server.db.Db;
import hymio.server.signin.HandClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInBackoffTest {
    private final HandClock clock = new HandClock();

    @TempDir
    Path folder;

    private static final int REMEMBERED = 50;

    private Db db;
    private SignInBackoff backoff;

    @BeforeEach
    void open() {
        db = TestDatabase.open(folder);
        backoff = new SignInBackoff(new AttemptStore(db, clock, REMEMBERED), clock);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private int fail(String name, String network, int times) {
        int wait = 0;
        for (int i = 0; i < times; i++) {
            wait = backoff.begin(name, network);
        }
        return wait;
    }

    @Test
    void someTriesAreFreeThenEachDoublesTheWait() {
        assertThat(fail("aino", "a", 5)).isZero();
        for (int seconds = 1; seconds <= 256; seconds *= 2) {
            assertThat(backoff.begin("AINO", "b" + seconds)).isEqualTo(seconds);
            clock.pass(Duration.ofSeconds(seconds));
            assertThat(backoff.begin("aino", "b" + seconds)).isZero();
        }
        for (int i = 0; i < 3; i++) {
            assertThat(backoff.begin("aino", "c")).isEqualTo(300);
            clock.pass(SignInBackoff.LONGEST);
            assertThat(backoff.begin("aino", "c")).isZero();
        }
    }

    @Test
    void allNodesCountTogetherAndARestartForgivesNothing() {
        fail("aino", "a", 5);
        SignInBackoff other = new SignInBackoff(new AttemptStore(db, clock), clock);
        assertThat(other.begin("aino", "b")).isEqualTo(1);
    }

    @Test
    @Tag("sqlite")
    void whatWasTypedIsNotKept() throws Exception {
        backoff.begin("my password by mistake", "192.0.2.7");
        db.close();
        assertThat(new String(Files.readAllBytes(folder.resolve("hymio.db")), StandardCharsets.ISO_8859_1))
                .doesNotContain("my password", "192.0.2.7");
        open();
    }

    @Test
    void networkIsSlowedWhateverTheNames() {
        for (int i = 0; i < SignInBackoff.FREE_PER_NETWORK; i++) {
            assertThat(backoff.begin("name " + i, "a")).isZero();
        }
        assertThat(backoff.begin("one more", "a")).isEqualTo(1);
        assertThat(backoff.begin("one more", "b")).isZero();
    }

    @Test
    void refusedTriesDoNotLengthenTheWait() {
        fail("aino", "a", 5);
        assertThat(fail("aino", "a", 100)).isEqualTo(1);
    }

    @Test
    void successForgivesTheNameAndItsTryOnTheNetwork() {
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.begin("aino", "a")).isZero();
            backoff.succeeded("aino", "a");
        }
    }

    @Test
    void successOnOneNameDoesNotForgiveOthersOfTheNetwork() {
        for (int i = 0; i < SignInBackoff.FREE_PER_NETWORK - 1; i++) {
            backoff.begin("name " + i, "a");
        }
        backoff.begin("mallory", "a");
        backoff.succeeded("mallory", "a");
        assertThat(backoff.begin("victim", "a")).isZero();
        assertThat(backoff.begin("victim", "a")).isEqualTo(1);
    }

    @Test
    void quietHourForgivesAll() {
        fail("aino", "a", 5);
        clock.pass(Duration.ofHours(1));
        assertThat(fail("aino", "a", 5)).isZero();
    }

    @Test
    void clockThatGoesBackLocksNobodyOut() {
        fail("aino", "a", 5);
        clock.pass(Duration.ofDays(-365));
        assertThat(backoff.begin("aino", "a")).isZero();
    }

    @Test
    void remembersABoundedNumberTheLatest() {
        fail("aino", "a", 5);
        clock.pass(Duration.ofMillis(1));
        for (int i = 0; i < REMEMBERED - 1; i++) {
            backoff.begin("name " + i, "network " + i);
        }
        assertThat(backoff.begin("aino", "b")).isEqualTo(1);
        backoff.begin("the straw", "c");
        assertThat(backoff.begin("aino", "d")).isZero();
    }
}
