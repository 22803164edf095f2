package hymio.kiosk.outbox;

import static hymio.kiosk.outbox.Pressing.fill;
import static hymio.kiosk.outbox.Pressing.numbers;
import static hymio.kiosk.outbox.Pressing.on;
import static hymio.kiosk.outbox.Pressing.press;
import static hymio.kiosk.outbox.Pressing.tidy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several journals in one file: swapped machines, copied cards, and what the server asks for again. */
class JournalsTest {
    @TempDir
    Path folder;

    private Outbox open(String unit) {
        return Outbox.open(folder.resolve("outbox.db"), on(unit));
    }

    private static void settle(Outbox outbox, UUID journal, long first, long last) {
        outbox.settle(journal, List.of(new Receipt.Range(first, last)));
    }

    @Test
    void cardInAnotherMachineGoesOnInAJournalOfItsOwnAndSendsTheOldOneFirst() {
        UUID old;
        try (Outbox outbox = open("aaaa")) {
            old = outbox.journal();
            fill(outbox, 3);
        }
        try (Outbox outbox = open("bbbb")) {
            assertThat(outbox.journal()).isNotEqualTo(old);
            assertThat(press(outbox, 2)).isEqualTo(1);
            PendingBatch first = outbox.oldest(1_000);
            assertThat(first.journal()).isEqualTo(old);
            assertThat(numbers(first)).containsExactly(1L, 2L, 3L);
            assertThat(first.last()).isEqualTo(3);
            PendingBatch second = outbox.following(first, 1_000);
            assertThat(second.journal()).isEqualTo(outbox.journal());
            assertThat(numbers(second)).containsExactly(1L);
            assertThat(outbox.following(second, 1_000).responses()).isEmpty();
            assertThat(outbox.journals())
                    .containsExactly(new Outbox.Journal(old, 3), new Outbox.Journal(outbox.journal(), 1));
        }
    }

    @Test
    void sameMachineOrOneThatCannotBeToldGoesOnInTheSameJournal() {
        UUID journal;
        try (Outbox outbox = open("")) {
            journal = outbox.journal();
        }
        for (String unit : List.of("aaaa", "aaaa", "")) {
            try (Outbox outbox = open(unit)) {
                assertThat(outbox.journal()).isEqualTo(journal);
            }
        }
        try (Outbox outbox = open("bbbb")) {
            assertThat(outbox.journal()).isNotEqualTo(journal);
        }
    }

    @Test
    void conflictIsCopiedOnceIntoANewJournalAndKeptAside() {
        try (Outbox outbox = open("")) {
            UUID old = outbox.journal();
            fill(outbox, 3);
            press(outbox, 4); // another visit, so that the third is over
            settle(outbox, old, 1, 1);
            outbox.conflict(old, List.of(2L, 3L));
            outbox.conflict(old, List.of(2L, 3L)); // the same receipt again
            tidy(outbox);
            assertThat(outbox.journal()).isNotEqualTo(old);
            assertThat(outbox.pending()).isEqualTo(3);
            assertThat(numbers(outbox.oldest(10))).containsExactly(4L);
            settle(outbox, old, 4, 4);
            assertThat(outbox.oldest(10).responses())
                    .containsExactly(
                            new Response(1, 1, "service@1", 2, Pressing.time(1_001)),
                            new Response(2, 2, "service@1", 3, Pressing.time(1_002)));
            assertThat(outbox.aside()).isZero();
            assertThat(press(outbox, 1)).isEqualTo(3);
        }
    }

    @Test
    void copyOutlivesARestartAndIsNotMadeAgain() {
        UUID old;
        try (Outbox outbox = open("")) {
            old = outbox.journal();
            fill(outbox, 2);
            outbox.conflict(old, List.of(1L, 2L)); // the second visit may still go on
        }
        try (Outbox outbox = open("")) {
            tidy(outbox);
            tidy(outbox);
            assertThat(outbox.pending()).isEqualTo(2);
            assertThat(outbox.oldest(10).journal()).isEqualTo(outbox.journal()).isNotEqualTo(old);
        }
    }

    @Test
    void visitInProgressStaysInItsJournalAndMovesWholeWhenItIsOver() {
        try (Outbox outbox = open("")) {
            UUID old = outbox.journal();
            fill(outbox, 1);
            long vote = press(outbox, 2);
            outbox.conflict(old, List.of(1L, vote));
            long reason = outbox.append(vote, "reason@1", 3, Pressing.time(5_000), Response.Extra.NONE);
            assertThat(reason).isEqualTo(3);
            long undo = press(outbox, vote, 2, Response.Extra.takingBack(vote));
            assertThat(outbox.oldest(10).journal()).isEqualTo(old);
            press(outbox, 1); // the next visitor
            tidy(outbox);
            assertThat(outbox.journals().getFirst().last()).isEqualTo(undo); // nothing of the next visitor
            PendingBatch moved = outbox.oldest(10);
            assertThat(moved.journal()).isEqualTo(outbox.journal());
            assertThat(moved.responses())
                    .extracting(
                            Response::number,
                            Response::visit,
                            Response::option,
                            it -> it.extra().takesBack())
                    .containsExactlyInAnyOrder(
                            tuple(1L, 1L, 1, 0L),
                            tuple(2L, 2L, 1, 0L),
                            tuple(3L, 3L, 2, 0L),
                            tuple(4L, 3L, 3, 0L),
                            tuple(5L, 3L, 2, 3L));
        }
    }

    @Test
    void takeBackThatTheServerHoldsOfAVoteThatItDoesNotIsMadeAgainBesideTheCopy() {
        try (Outbox outbox = open("")) {
            UUID old = outbox.journal();
            long vote = press(outbox, 2);
            press(outbox, vote, 2, Response.Extra.takingBack(vote));
            press(outbox, 1);
            settle(outbox, old, 2, 3);
            outbox.conflict(old, List.of(vote));
            tidy(outbox);
            assertThat(outbox.oldest(10).responses())
                    .extracting(
                            Response::number, Response::visit, it -> it.extra().takesBack())
                    .containsExactly(tuple(1L, 1L, 0L), tuple(2L, 1L, 1L));
        }
    }

    @Test
    void takeBackInConflictOfAVoteThatTheServerHoldsGetsANewNumberBesideThatVote() {
        try (Outbox outbox = open("")) {
            UUID old = outbox.journal();
            long vote = press(outbox, 2);
            press(outbox, vote, 2, Response.Extra.takingBack(vote));
            press(outbox, 1);
            settle(outbox, old, 1, 1);
            settle(outbox, old, 3, 3);
            outbox.conflict(old, List.of(2L));
            tidy(outbox);
            PendingBatch batch = outbox.oldest(10);
            assertThat(batch.journal()).isEqualTo(old);
            assertThat(batch.responses())
                    .extracting(
                            Response::number, Response::visit, it -> it.extra().takesBack())
                    .containsExactly(tuple(4L, 1L, 1L));
        }
    }

    @Test
    void whatIsMissingOnTheServerWaitsAgainIfItWasSettledAndOnlyThen() {
        try (Outbox outbox = open("")) {
            fill(outbox, 6);
            settle(outbox, outbox.journal(), 1, 4);
            outbox.keepAside(outbox.journal(), 5, "refused");
            outbox.sendAgain(outbox.journal(), List.of(new Receipt.Range(2, 3), new Receipt.Range(5, 900)));
            assertThat(numbers(outbox.oldest(10))).containsExactly(2L, 3L, 6L);
            assertThat(outbox.pending()).isEqualTo(3);
            assertThat(outbox.aside()).isEqualTo(1);
            outbox.sendAgain(new UUID(9, 9), List.of(new Receipt.Range(1, 1))); // no journal of ours
            assertThat(outbox.pending()).isEqualTo(3);
        }
    }

    @Test
    void todayCountsEachPressOnceWhateverJournalItIsIn() {
        PressTime now = Pressing.NOW;
        try (Outbox outbox = open("aaaa")) {
            press(outbox, 1);
            long vote = press(outbox, 2);
            press(outbox, vote, 2, Response.Extra.takingBack(vote));
            press(outbox, 3);
            outbox.conflict(outbox.journal(), List.of(1L, 2L, 3L));
            tidy(outbox);
        }
        try (Outbox outbox = open("bbbb")) {
            press(outbox, 4);
            press(outbox, 1);
            assertThat(outbox.counted("service@1", 0, now.wallMillis(), now)).isEqualTo(Map.of(1, 2L, 3, 1L, 4, 1L));
        }
    }
}
