package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.press.Press;
import hymio.wire.Behaviour;
import hymio.wire.PressTime;
import hymio.wire.Questionnaire;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VisitLoopTest {
    private final VisitMachine machine = new VisitMachine("fi", 2_500, true);
    private long stored;
    private long uptime;
    private final List<String> done = new CopyOnWriteArrayList<>();

    private VisitEvent press(int button) {
        uptime += 10_000;
        return new VisitEvent.Pressed(
                new Press(button, new PressTime(new UUID(1, 2), uptime, 1_795_000_000_000L, true), Press.Source.KEY));
    }

    private VisitLoop loop(VisitLoop.Effects effects) {
        return new VisitLoop(
                machine,
                machine.start(Questionnaire.BUILT_IN, Behaviour.USUAL, false),
                effects,
                () -> new VisitEvent.Tick(7, OptionalInt.empty()));
    }

    private Optional<VisitEvent> note(VisitEffect effect) {
        return switch (effect) {
            case VisitEffect.Show show -> {
                done.add(show.state().phase().getClass().getSimpleName());
                yield Optional.empty();
            }
            case VisitEffect.Store store -> {
                done.add("store " + store.entry().option());
                yield Optional.of(new VisitEvent.Stored(++stored, 7));
            }
            default -> Optional.empty();
        };
    }

    @Test
    void pressesAreStoredInOrderAndThankedAfterwards() {
        try (VisitLoop loop = loop(this::note)) {
            loop.start();
            loop.offer(press(1));
            loop.offer(press(4));
        }
        assertThat(done).containsExactly("Asking", "Saving", "store 1", "Thanking", "Saving", "store 4", "Thanking");
    }

    @Test
    void closeHandlesWhatWaits() {
        VisitLoop loop = loop(this::note);
        loop.start();
        for (int i = 0; i < 100; i++) {
            loop.offer(press(2));
        }
        loop.close();
        assertThat(done).filteredOn("store 2"::equals).hasSize(100);
    }

    @Test
    void failingScreenLosesNoPress() {
        AtomicInteger shows = new AtomicInteger();
        try (VisitLoop loop = loop(effect -> {
            if (effect instanceof VisitEffect.Show && shows.incrementAndGet() == 2) {
                throw new IllegalStateException("screen");
            }
            return note(effect);
        })) {
            loop.start();
            loop.offer(press(1));
            loop.offer(press(2));
        }
        assertThat(done).contains("store 1", "store 2", "Thanking");
    }

    @Test
    void failingStoreIsNeverThanked() {
        try (VisitLoop loop = loop(effect -> {
            if (effect instanceof VisitEffect.Store) {
                throw new IllegalStateException("store");
            }
            return note(effect);
        })) {
            loop.start();
            loop.offer(press(1));
        }
        assertThat(done).containsExactly("Asking", "Saving", "Sorry");
    }

    @Test
    void aFaultEndsTheVisitAndNotTheTerminal() {
        Visit rest = machine.start(Questionnaire.BUILT_IN, Behaviour.USUAL, false);
        VisitState broken = rest.shown().phase(new VisitState.Choosing(99, Set.of())); // no such question
        VisitEvent.Tick tick = new VisitEvent.Tick(7, OptionalInt.empty());
        try (VisitLoop loop = new VisitLoop(machine, rest.show(broken), this::note, () -> tick)) {
            loop.start();
            loop.offer(press(3));
            loop.offer(press(1));
        }
        assertThat(done).containsExactly("Choosing", "Asking", "Saving", "store 1", "Thanking");
    }

    @Test
    void fullQueueRefusesInsteadOfGrowing() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        VisitLoop loop = loop(effect -> {
            if (effect instanceof VisitEffect.Store) {
                await(stuck);
            }
            return note(effect);
        });
        loop.start();
        int taken = 0;
        for (int i = 0; i < VisitLoop.QUEUE * 2; i++) {
            taken += loop.offer(press(1)) ? 1 : 0;
        }
        assertThat(taken).isBetween(VisitLoop.QUEUE, VisitLoop.QUEUE + 1);
        stuck.countDown();
        loop.close();
        assertThat(done).filteredOn("store 1"::equals).hasSize(taken);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
