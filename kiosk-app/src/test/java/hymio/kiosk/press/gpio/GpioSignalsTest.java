package hymio.kiosk.press.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hymio.kiosk.kernel.ErrnoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is shown, on a bank that the test plays; real lines are in {@link GpioKernelTest}. */
@Timeout(30)
class GpioSignalsTest {
    private static final int BUZZER = 12;
    private static final SignalSettings SETTINGS =
            new SignalSettings("auto", List.of(5, 6, 13), OptionalInt.of(BUZZER), false);

    private final PlayedBank bank = new PlayedBank();

    @Test
    void buttonsLightOutlastsTheSound() throws Exception {
        try (Signals signals = new GpioSignals(bank, SETTINGS)) {
            signals.acknowledge(2, false);
            bank.await("[6, 12]", "[6]", "[]");
            assertThat(bank.shownMillis(1)).isGreaterThanOrEqualTo(GpioSignals.LIGHT_MILLIS - GpioSignals.SOUND_MILLIS);
            assertThat(signals.problem()).isEmpty();
        }
    }

    @Test
    void discreetIsTheSameForEveryButton() throws Exception {
        for (int button = 1; button <= 3; button++) {
            PlayedBank fresh = new PlayedBank();
            try (Signals signals = new GpioSignals(fresh, SETTINGS)) {
                signals.acknowledge(button, true);
                fresh.await("[5, 6, 12, 13]", "[5, 6, 13]", "[]");
            }
        }
    }

    @Test
    void refusalBlinksAndSoundsTwice() throws Exception {
        try (Signals signals = new GpioSignals(bank, SETTINGS)) {
            signals.refuse();
            bank.await("[5, 6, 12, 13]", "[]", "[5, 6, 12, 13]", "[]");
        }
    }

    @Test
    void newestAnswerEndsTheOlderOne() throws Exception {
        try (Signals signals = new GpioSignals(bank, SETTINGS)) {
            signals.acknowledge(1, false);
            bank.await("[5, 12]");
            signals.acknowledge(3, false);
            bank.await("[5, 12]", "[12, 13]", "[13]", "[]");
        }
    }

    @Test
    void buttonWithoutLightStillSounds() throws Exception {
        try (Signals signals = new GpioSignals(bank, SETTINGS)) {
            signals.acknowledge(4, false);
            bank.await("[12]", "[]");
        }
    }

    @Test
    void closingSwitchesEverythingOff() throws Exception {
        Signals signals = new GpioSignals(bank, SETTINGS);
        signals.acknowledge(1, false);
        bank.await("[5, 12]");
        signals.close();
        signals.close();
        assertThat(bank.on()).isEmpty();
        assertThat(bank.isOpen()).isFalse();
    }

    @Test
    void callerNeverWaitsForAnOutputThatHangs() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        bank.hangUntil(hangs);
        try (Signals signals = new GpioSignals(bank, SETTINGS)) {
            long begun = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                signals.acknowledge(1 + i % 2, false);
            }
            signals.acknowledge(3, false);
            assertThat(System.nanoTime() - begun).isLessThan(5_000_000_000L);
            hangs.countDown();
            bank.awaitLast("[12, 13]", "[13]", "[]");
        }
    }

    @Test
    void chipThatFailsIsAProblemAndIsFoundAgain() throws Exception {
        try (Signals signals = new GpioSignals(bank, SETTINGS)) {
            bank.fail(ErrnoException.ENODEV);
            signals.acknowledge(1, false);
            awaitProblem(signals, "led-absent");
            bank.mend();
            while (signals.problem().isPresent()) {
                Thread.sleep(10);
            }
            signals.acknowledge(2, false);
            bank.awaitLast("[6, 12]", "[6]", "[]");
        }
    }

    @Test
    void chipThatWentAndCameUnnoticedAnswersTheNextPress() throws Exception {
        try (Signals signals = new GpioSignals(bank, SETTINGS)) {
            bank.close();
            signals.acknowledge(1, false);
            bank.await("[5, 12]", "[5]", "[]");
        }
    }

    @Test
    void lineThatIsTakenIsSaidAtTheStart() {
        bank.fail(ErrnoException.EBUSY);
        try (Signals signals = new GpioSignals(bank, SETTINGS)) {
            assertThat(signals.problem()).contains("led-busy");
        }
    }

    @Test
    void terminalWithoutLightsDoesNothing() {
        for (SignalSettings none : List.of(
                SignalSettings.NONE,
                new SignalSettings("auto", List.of(), OptionalInt.empty(), false),
                new SignalSettings("stdin", List.of(5), OptionalInt.empty(), false))) {
            try (Signals signals = GpioSignals.open(none)) {
                signals.acknowledge(1, false);
                signals.refuse();
                assertThat(signals.problem()).isEmpty();
            }
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(it -> it.getName().equals("signals"));
    }

    @Test
    void machineWithoutTheChipSaysSo() {
        try (Signals signals =
                GpioSignals.open(new SignalSettings("no-such-chip", List.of(5), OptionalInt.empty(), false))) {
            assertThat(signals.problem()).contains("led-absent");
        }
    }

    @Test
    void lineForTwoOutputsIsRefused() {
        assertThatThrownBy(() -> new SignalSettings("auto", List.of(5, 6), OptionalInt.of(6), false))
                .hasMessageContaining("each line once");
    }

    private static void awaitProblem(Signals signals, String word) throws InterruptedException {
        while (!signals.problem().equals(Optional.of(word))) {
            Thread.sleep(10);
        }
    }

    /** Keeps every pattern of lines that are on together. */
    private static final class PlayedBank implements OutputBank {
        private final TreeSet<Integer> on = new TreeSet<>();
        private final List<String> shown = new ArrayList<>();
        private final List<Long> shownAt = new ArrayList<>();
        private CountDownLatch hangs = new CountDownLatch(0);
        private boolean open;
        private int switched;
        private int errno;

        @Override
        public synchronized void open() throws ErrnoException {
            refuseIfBroken();
            open = true;
            on.clear();
            switched = 0;
        }

        @Override
        public void set(int line, boolean level) throws ErrnoException {
            try {
                hangs.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
            change(line, level);
        }

        private synchronized void change(int line, boolean level) throws ErrnoException {
            refuseIfBroken();
            if (!open) {
                throw new ErrnoException("set", ErrnoException.ENODEV);
            }
            if (level) {
                on.add(line);
            } else {
                on.remove(line);
            }
            switched++;
            if (switched % SETTINGS.lines().size() == 0) {
                shown.add(on.toString());
                shownAt.add(System.nanoTime());
                notifyAll();
            }
        }

        @Override
        public synchronized void close() {
            open = false;
        }

        synchronized void fail(int number) {
            errno = number;
        }

        synchronized void mend() {
            errno = 0;
        }

        void hangUntil(CountDownLatch latch) {
            hangs = latch;
        }

        synchronized List<Integer> on() {
            return List.copyOf(on);
        }

        synchronized boolean isOpen() {
            return open;
        }

        synchronized long shownMillis(int step) {
            return (shownAt.get(step + 1) - shownAt.get(step)) / 1_000_000;
        }

        synchronized void await(String... patterns) throws InterruptedException {
            while (shown.size() < patterns.length) {
                wait();
            }
            assertThat(shown).startsWith(patterns);
        }

        synchronized void awaitLast(String... patterns) throws InterruptedException {
            while (shown.size() < patterns.length
                    || !shown.subList(shown.size() - patterns.length, shown.size())
                            .equals(List.of(patterns))) {
                wait();
            }
        }

        private void refuseIfBroken() throws ErrnoException {
            if (errno != 0) {
                throw new ErrnoException("ioctl", errno);
            }
        }
    }
}
