package hymio.kiosk.press.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import hymio.kiosk.press.Press;
import hymio.kiosk.time.TerminalClock;
import hymio.wire.PressTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Buttons whose edges come as text, through Pi4J as on a terminal. */
@SuppressWarnings("try") // buttons that only have to be open
class GpioButtonsTest {
    private final BlockingQueue<Press> presses = new LinkedBlockingQueue<>();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final PipedOutputStream wire = new PipedOutputStream();

    @BeforeEach
    void listenToTheLog() {
        logged.start();
        root().addAppender(logged);
    }

    @AfterEach
    void end() throws IOException {
        root().detachAppender(logged);
        wire.close();
    }

    @Test
    void linesAreButtonsInTheOrderOfTheSettings() throws Exception {
        try (GpioButtons buttons = open("stdin", presses::add)) {
            edges("17 0", "17 1", "24 0", "24 1", "22 0", "22 1");
            assertThat(List.of(next().button(), next().button(), next().button()))
                    .containsExactly(1, 5, 3);
            assertThat(buttons.problem()).isEmpty();
        }
    }

    @Test
    void onlyTheWayDownIsAPress() throws Exception {
        try (GpioButtons unused = open("stdin", presses::add)) {
            edges("27 1", "27 0", "27 1", "17 0");
            assertThat(next().button()).isEqualTo(2);
            assertThat(next().button()).isEqualTo(1);
        }
    }

    @Test
    void pressHasTheTimeOfItsEdge() throws Exception {
        try (GpioButtons unused = open("stdin", presses::add)) {
            long before = System.nanoTime() / 1_000_000;
            edges("17 0");
            Press press = next();
            assertThat(press.source()).isEqualTo(Press.Source.GPIO);
            assertThat(press.time().uptimeMillis()).isBetween(before, System.nanoTime() / 1_000_000);
        }
    }

    static Stream<Throwable> anything() {
        return Stream.of(new AssertionError("planted"), new IllegalStateException("planted"));
    }

    @ParameterizedTest
    @MethodSource("anything")
    void listenerThatThrowsAnythingStillHearsTheNextPress(Throwable thrown) throws Exception {
        Consumer<Press> faulty = press -> {
            if (press.button() == 1) {
                throwIt(thrown);
            }
            presses.add(press);
        };
        try (GpioButtons unused = open("stdin", faulty)) {
            edges("17 0", "17 1", "27 0");
            assertThat(next().button()).isEqualTo(2);
        }
        assertThat(logged.list)
                .anyMatch(event -> event.getLevel() == Level.ERROR
                        && event.getFormattedMessage().contains("GPIO line 17"));
    }

    @Test
    void textThatIsNoEdgeAndLinesWithoutButtonAreNamedAndPassedOver() throws Exception {
        try (GpioButtons unused = open("stdin", presses::add)) {
            edges("hello", "", "17 2", "99 0", "99999999999999 0", "17 0");
            assertThat(next().button()).isEqualTo(1);
        }
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("GPIO line 99 has no button")
                .anyMatch(message -> message.startsWith("Not a GPIO edge: \"17 2\""));
    }

    @Test
    void machineWithoutTheChipSaysSoOnceAndGoesOn() {
        try (GpioButtons buttons = open("no-such-chip", presses::add)) {
            assertThat(buttons.problem()).contains("gpio-absent");
        }
        assertThat(logged.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage()).contains("gpio-absent", "no-such-chip", "set gpio.chip to none");
        });
    }

    @Test
    void noneIsNoProblemAndNoLogLine() {
        try (GpioButtons buttons = open("none", presses::add)) {
            assertThat(buttons.problem()).isEmpty();
        }
        assertThat(logged.list).isEmpty();
    }

    @Test
    void pi4jSaysNothingOfItsBoardSearch() throws Exception {
        try (GpioButtons unused = open("stdin", presses::add)) {
            assertThat(logged.list).isEmpty();
        }
    }

    private GpioButtons open(String chip, Consumer<Press> consumer) {
        GpioSettings settings = new GpioSettings(chip, List.of(17, 27, 22, 23, 24), 8);
        return GpioButtons.open(settings, wireEnd(), new NanoClock(), consumer);
    }

    private InputStream wireEnd() {
        try {
            return new PipedInputStream(wire);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void edges(String... lines) throws IOException {
        OutputStream out = wire;
        out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void throwIt(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    private Press next() throws InterruptedException {
        Press press = presses.poll(10, TimeUnit.SECONDS);
        assertThat(press).as("a press within 10 s").isNotNull();
        return press;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** Uptime is the monotonic clock itself. */
    private record NanoClock() implements TerminalClock {
        @Override
        public PressTime now() {
            return at(System.nanoTime());
        }

        @Override
        public PressTime at(long monotonicNanos) {
            return new PressTime(new UUID(0, 1), monotonicNanos / 1_000_000, 0, true);
        }
    }
}
