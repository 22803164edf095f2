package hymio.kiosk.press.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import hymio.kiosk.press.ButtonEdge;
import hymio.kiosk.press.EdgeListener;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Buttons whose edges come as text, through Pi4J as on a terminal. */
@SuppressWarnings("try") // buttons that only have to be open
class GpioButtonsTest {
    private static final GpioSettings SETTINGS = new GpioSettings("stdin", List.of(17, 27, 22, 23, 24), 8);

    private final SeenEdges seen = new SeenEdges();
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
        try (GpioButtons buttons = open("stdin", seen)) {
            edges("17 0", "17 1", "24 0", "22 0", "24 1");
            assertThat(List.of(seen.nextWord(), seen.nextWord(), seen.nextWord(), seen.nextWord(), seen.nextWord()))
                    .containsExactly("1 down", "1 up", "5 down", "3 down", "5 up");
            assertThat(buttons.problem()).isEmpty();
        }
    }

    @Test
    void edgeHasTheTimeAtWhichItCame() throws Exception {
        try (GpioButtons unused = open("stdin", seen)) {
            long before = System.nanoTime() / 1_000_000;
            edges("17 0");
            ButtonEdge edge = seen.next();
            assertThat(edge.source()).isEqualTo(Press.Source.GPIO);
            assertThat(edge.time().uptimeMillis()).isBetween(before, System.nanoTime() / 1_000_000);
        }
    }

    @Test
    void endOfTheStreamIsTheLossOfTheChip() throws Exception {
        try (GpioButtons unused = open("stdin", seen)) {
            edges("17 0");
            wire.close();
            seen.next();
            SeenEdges.within(seen.lost);
        }
    }

    @Test
    void buttonFoundDownIsToldAndGivesNoEdge() {
        Played chip = new Played();
        try (GpioButtons unused = GpioButtons.open(chip, SETTINGS, new NanoClock(), seen)) {
            chip.listener().opened(Map.of(17, true, 27, false));
            assertThat(seen.alreadyDown).containsExactly(2);
            chip.listener().changed(new Edge(27, true, System.nanoTime(), 1));
            assertThat(seen.edges).singleElement().matches(edge -> !edge.down() && edge.button() == 2);
        }
    }

    @Test
    void lossOfTheChipIsTold() {
        Played chip = new Played();
        try (GpioButtons unused = GpioButtons.open(chip, SETTINGS, new NanoClock(), seen)) {
            chip.listener().lost();
            assertThat(seen.lost).hasSize(1);
        }
    }

    static Stream<Throwable> anything() {
        return Stream.of(new AssertionError("planted"), new IllegalStateException("planted"));
    }

    @ParameterizedTest
    @MethodSource("anything")
    void listenerThatThrowsAnythingStillHearsTheNextPress(Throwable thrown) throws Exception {
        SeenEdges faulty = new SeenEdges() {
            @Override
            public void edge(ButtonEdge edge) {
                if (edge.button() == 1) {
                    throwIt(thrown);
                }
                super.edge(edge);
            }
        };
        try (GpioButtons unused = open("stdin", faulty)) {
            edges("17 0", "17 1", "27 0");
            assertThat(faulty.nextWord()).isEqualTo("2 down");
        }
        assertThat(logged.list)
                .anyMatch(event -> event.getLevel() == Level.ERROR
                        && event.getFormattedMessage().contains("GPIO line 17"));
    }

    @Test
    void textThatIsNoEdgeAndLinesWithoutButtonAreNamedAndPassedOver() throws Exception {
        try (GpioButtons unused = open("stdin", seen)) {
            edges("hello", "", "17 2", "99 0", "99999999999999 0", "17 0");
            assertThat(seen.nextWord()).isEqualTo("1 down");
        }
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("GPIO line 99 has no button")
                .anyMatch(message -> message.startsWith("Not a GPIO edge: \"17 2\""));
    }

    @Test
    void machineWithoutTheChipSaysSoOnceAndGoesOn() {
        try (GpioButtons buttons = open("no-such-chip", seen)) {
            assertThat(buttons.problem()).contains("gpio-absent");
        }
        assertThat(logged.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage()).contains("gpio-absent", "no-such-chip", "set gpio.chip to none");
        });
    }

    @Test
    void noneIsNoProblemAndNoLogLine() {
        try (GpioButtons buttons = open("none", seen)) {
            assertThat(buttons.problem()).isEmpty();
        }
        assertThat(logged.list).isEmpty();
    }

    @Test
    void pi4jSaysNothingOfItsBoardSearch() throws Exception {
        try (GpioButtons unused = open("stdin", seen)) {
            assertThat(logged.list).isEmpty();
        }
    }

    private GpioButtons open(String chip, EdgeListener listener) {
        GpioSettings settings = new GpioSettings(chip, SETTINGS.lines(), SETTINGS.debounceMillis());
        return GpioButtons.open(settings, wireEnd(), new NanoClock(), listener);
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

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** A chip whose part the test plays. */
    private static final class Played implements LineChip {
        private @Nullable Listener heard;

        Listener listener() {
            return Objects.requireNonNull(heard);
        }

        @Override
        public void start(Listener listener) {
            heard = listener;
        }

        @Override
        public Optional<GpioProblem> problem() {
            return Optional.empty();
        }

        @Override
        public void close() {}
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
