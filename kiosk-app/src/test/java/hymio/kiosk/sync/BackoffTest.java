package hymio.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void waitsGrowWithJitterAndNeverPass15Minutes() {
        Backoff backoff = new Backoff(new Random(1));
        long longest = 0;
        for (int i = 0; i < 10_000; i++) {
            long wait = backoff.failed(0);
            assertThat(wait).isBetween(0L, Math.min(Backoff.LONGEST_MILLIS, 1_000L << Math.min(i, 40)));
            longest = Math.max(longest, wait);
        }
        assertThat(longest).isGreaterThan(Backoff.LONGEST_MILLIS / 2);
    }

    @Test
    void serverMayAskForMoreButNotForEver() {
        assertThat(new Backoff(new Random(1)).failed(60_000)).isGreaterThanOrEqualTo(60_000);
        assertThat(new Backoff(new Random(1)).failed(Long.MAX_VALUE)).isEqualTo(Backoff.LONGEST_MILLIS);
    }

    @Test
    void successBeginsAnew() {
        Backoff backoff = new Backoff(new Random(1));
        for (int i = 0; i < 30; i++) {
            backoff.failed(0);
        }
        backoff.succeeded();
        assertThat(backoff.failed(0)).isLessThanOrEqualTo(1_000);
    }
}
