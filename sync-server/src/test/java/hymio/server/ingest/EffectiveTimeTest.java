package hymio.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.ingest.EffectiveTime.Quality;
import hymio.wire.PressTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EffectiveTimeTest {
    private static final UUID BOOT = UUID.randomUUID();
    private static final UUID EARLIER_BOOT = UUID.randomUUID();
    private static final long RECEIVED = 1_795_000_000_000L;
    private static final long ENROLLED = RECEIVED - 86_400_000;

    private static EffectiveTime of(PressTime press, PressTime sent) {
        return EffectiveTime.of(press, sent, ENROLLED, new Arrival.Now(RECEIVED));
    }

    @Test
    void trustedWallClockIsBelieved() {
        PressTime press = new PressTime(EARLIER_BOOT, 1_000, RECEIVED - 500_000, true);
        PressTime sent = new PressTime(BOOT, 9_000, 0, false);
        assertThat(of(press, sent)).isEqualTo(new EffectiveTime(RECEIVED - 499_000, Quality.TRUSTED));
    }

    @Test
    void untrustedPressOfTheSameBootIsCountedBackFromReceipt() {
        PressTime press = new PressTime(BOOT, 1_000, 0, false);
        PressTime sent = new PressTime(BOOT, 61_000, 0, false);
        assertThat(of(press, sent)).isEqualTo(new EffectiveTime(RECEIVED - 60_000, Quality.RETIMED));
    }

    @Test
    void onceTheTerminalsClockIsTrustedItIsCountedBackFromThat() {
        PressTime press = new PressTime(BOOT, 1_000, 0, false);
        PressTime sent = new PressTime(BOOT, 61_000, RECEIVED - 61_000 - 7, true);
        assertThat(of(press, sent)).isEqualTo(new EffectiveTime(RECEIVED - 7 - 60_000, Quality.RETIMED));
    }

    @Test
    void pressSaidToComeAfterItsBatchCountsAtReceipt() {
        PressTime press = new PressTime(BOOT, 61_000, 0, false);
        PressTime sent = new PressTime(BOOT, 1_000, 0, false);
        assertThat(of(press, sent)).isEqualTo(new EffectiveTime(RECEIVED, Quality.RETIMED));
    }

    @Test
    void untrustedPressOfAnEarlierBootIsEstimatedByItsWallClock() {
        PressTime sent = new PressTime(BOOT, 1_000, 0, true);
        PressTime past = new PressTime(EARLIER_BOOT, 1_000, RECEIVED - 9_000, false);
        assertThat(of(past, sent)).isEqualTo(new EffectiveTime(RECEIVED - 8_000, Quality.ESTIMATED));
        PressTime future = new PressTime(EARLIER_BOOT, 1_000, RECEIVED, false);
        assertThat(of(future, sent)).isEqualTo(new EffectiveTime(RECEIVED, Quality.ESTIMATED));
    }

    @Test
    void clockThatWokeUpIn1970CountsNotBeforeTheTerminalWasEnrolled() {
        PressTime sent = new PressTime(BOOT, 1_000, 0, true);
        PressTime past = new PressTime(EARLIER_BOOT, 1_000, 5_000, false);
        assertThat(of(past, sent)).isEqualTo(new EffectiveTime(ENROLLED, Quality.ESTIMATED));
    }
}
