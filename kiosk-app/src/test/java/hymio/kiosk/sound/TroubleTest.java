package hymio.kiosk.sound;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TroubleTest {
    private static final long DAY_MILLIS = 86_400_000;

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final AtomicLong uptime = new AtomicLong(5);
    private final Trouble trouble = new Trouble(uptime::get);

    @BeforeEach
    void listenToTheLog() {
        logged.start();
        log().addAppender(logged);
    }

    @AfterEach
    void leaveTheLog() {
        log().detachAppender(logged);
    }

    @Test
    void dayOfPressesWithoutASpeakerTriesSeldomAndIsLoggedOnce() {
        int tries = 0;
        for (long second = 0; second < DAY_MILLIS / 1_000; second++) {
            uptime.addAndGet(1_000);
            if (!trouble.resting()) {
                tries++;
                trouble.found("sound-absent", "Connect a speaker.", "no card");
            }
        }

        assertThat(tries).isBetween(288, 300);
        assertThat(logged.list).hasSize(1);
        assertThat(logged.list.getFirst().getFormattedMessage()).contains("sound-absent", "Connect", "no card");
        assertThat(trouble.word()).contains("sound-absent");
    }

    @Test
    void secondTryComesSoon() {
        trouble.found("sound-absent", "", "");
        assertThat(trouble.resting()).isTrue();

        uptime.addAndGet(1_000);

        assertThat(trouble.resting()).isFalse();
    }

    @Test
    void whatWorksAgainIsNoTrouble() {
        trouble.found("sound-absent", "", "");

        trouble.over();

        assertThat(trouble.word()).isEmpty();
        assertThat(trouble.resting()).isFalse();
    }

    private static Logger log() {
        return (Logger) LoggerFactory.getLogger(Trouble.class);
    }
}
