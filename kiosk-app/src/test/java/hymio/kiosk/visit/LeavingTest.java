package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.Control.Toggle;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Choosing;
import hymio.kiosk.visit.VisitState.ComfortSheet;
import hymio.kiosk.visit.VisitState.StillThere;
import hymio.kiosk.visit.VisitState.Writing;
import hymio.wire.Behaviour;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A visitor walks away: warned first, then nothing of them is left. */
class LeavingTest {
    private static final VisitState REST = new VisitState(Asked.EVERYTHING, "fi", new Asking());

    private final Walk walk = Walk.to(Asked.EVERYTHING);

    private boolean warned() {
        return walk.shown().over().filter(StillThere.class::isInstance).isPresent();
    }

    private Walk warnedWalk() {
        walk.press(4).choose(2).after(20_000);
        assertThat(warned()).isTrue();
        return walk.forget();
    }

    @Test
    void theWarningComesAfterTheIdleTimeOfThePlace() {
        Walk patient = Walk.to(Asked.EVERYTHING, new Behaviour(false, 0, 60, 50, Optional.empty()))
                .press(4)
                .after(59_800);
        assertThat(patient.shown().over()).isEmpty();
        patient.after(400);
        assertThat(patient.shown().over().orElseThrow()).isInstanceOf(StillThere.class);
    }

    @Test
    void theWarningIsHeardAndLastsTwentySeconds() {
        walk.press(4).after(20_000);
        assertThat(walk.all(VisitEffect.Play.class))
                .extracting(VisitEffect.Play::cue)
                .containsExactly(VisitEffect.Cue.WARNING);
        walk.after(19_800);
        assertThat(warned()).isTrue();
        walk.after(400);
        assertThat(walk.shown()).isEqualTo(REST);
    }

    static Stream<UnaryOperator<Walk>> hands() {
        return Stream.of(
                it -> it.act(Act.STAY),
                it -> it.choose(3),
                Walk::beside,
                Walk::besideNow,
                it -> it.press(1),
                it -> it.press(4),
                it -> it.press(5),
                it -> it.hold(2),
                it -> it.down(3).cancel(3),
                it -> it.type("x"),
                Walk::staffHold);
    }

    @ParameterizedTest
    @MethodSource("hands")
    void whateverAHandDoesStaysAndDoesNothingElse(UnaryOperator<Walk> hand) {
        hand.apply(warnedWalk()).after(1_000);
        assertThat(walk.phase()).isEqualTo(new Choosing(3, Set.of(2)));
        assertThat(walk.shown().over()).isEmpty();
        assertThat(walk.stored).hasSize(1);
        walk.after(18_000);
        assertThat(warned()).isFalse();
    }

    @Test
    void whatARealKeyboardTypesIntoTheWarningIsNotLost() {
        walk.press(4).act(Act.SKIP).act(Act.SKIP).type("a").after(20_000);
        assertThat(warned()).isTrue();
        walk.type("b");
        assertThat(walk.phase(Writing.class).draft().text()).isEqualTo("ab");
    }

    @Test
    void reasonsThatWereChosenAreKept() {
        walk.press(4).choose(2).choose(6);
        long chosen = walk.now;
        walk.after(45_000);
        assertThat(walk.given()).containsExactly("service 4", "why 2", "why 6");
        assertThat(walk.visits()).containsOnly(1L);
        assertThat(walk.stored.getLast().time()).isEqualTo(walk.time(chosen));
        assertThat(walk.shown()).isEqualTo(REST);
    }

    @Test
    void aCommentThatWasNotSentIsNotStored() {
        walk.press(3).act(Act.SKIP).keys("kesken").after(45_000);
        assertThat(walk.given()).containsExactly("service 3");
        assertThat(walk.shown()).isEqualTo(REST);
    }

    @Test
    void aMaskedCommentThatWasNotSentIsNotStored() {
        walk.press(3).act(Act.SKIP).keys("a@bc.fi").act(Act.SEND).after(45_000);
        assertThat(walk.given()).containsExactly("service 3");
        assertThat(walk.shown()).isEqualTo(REST);
    }

    @Test
    void whatCannotBeStoredWhenTheVisitorHasLeftDisturbsNobody() {
        walk.press(4).choose(2);
        walk.diskFails = true;
        walk.after(45_000);
        assertThat(walk.shown()).isEqualTo(REST);
    }

    @Test
    void aSlowDiskStoresWhatWasChosenOnce() {
        walk.press(4).choose(2);
        walk.diskIsSlow = true;
        walk.after(60_000).diskDone();
        assertThat(walk.given()).containsExactly("service 4", "why 2");
        assertThat(walk.shown()).isEqualTo(REST);
    }

    @Test
    void aDiskSlowerThanTheIdleTimeDoesNotCostTheVisitorTheQuestion() {
        walk.diskIsSlow = true;
        walk.press(4).unticked(25_000).diskDone().tick();
        assertThat(walk.phase()).isInstanceOf(Choosing.class);
        assertThat(warned()).isFalse();
    }

    @Test
    void nothingOfAVisitorIsLeft() {
        walk.language("sv").act(Act.COMFORT);
        for (Toggle toggle : Toggle.values()) {
            walk.toggle(toggle);
        }
        walk.act(Act.LOUDER)
                .act(Act.CLOSE)
                .press(4)
                .unticked(2_000)
                .press(2)
                .press(3)
                .after(60_000);
        assertThat(walk.shown()).isEqualTo(REST);
        assertThat(walk.visit.ledger()).isEqualTo(Ledger.EMPTY);
        assertThat(walk.visit.volumePercent()).isEqualTo(50);
    }

    static Stream<UnaryOperator<Walk>> changes() {
        return Stream.of(
                it -> it.language("en"),
                it -> it.act(Act.COMFORT),
                it -> it.act(Act.COMFORT).toggle(Toggle.CONTRAST).act(Act.CLOSE),
                it -> it.act(Act.COMFORT).press(2),
                it -> it.down(1),
                it -> it.staffHold().unticked(500).pin("12"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatAVisitorChangedWithoutVotingGoesBackAndNeverUnwarned(UnaryOperator<Walk> change) {
        change.apply(walk).after(21_000);
        assertThat(warned()).isTrue();
        walk.after(20_000);
        assertThat(walk.shown()).isEqualTo(REST);
        assertThat(walk.visit.ledger()).isEqualTo(Ledger.EMPTY);
        assertThat(walk.stored).isEmpty();
    }

    @Test
    void aPressOnTheWarningOverTheFirstQuestionDoesNotVoteAndTheNextOneDoes() {
        walk.language("en").after(20_000).press(1);
        assertThat(walk.stored).isEmpty();
        assertThat(walk.shown()).isEqualTo(REST.language("en"));
        walk.unticked(800).press(1);
        assertThat(walk.given()).containsExactly("service 1");
    }

    @Test
    void anUntouchedScreenIsNotWarned() {
        walk.beside().after(120_000);
        assertThat(walk.all(VisitEffect.Show.class)).isEmpty();
    }

    @Test
    void aSheetThatNobodyClosesIsWarnedToo() {
        walk.press(4).act(Act.COMFORT).after(10_000);
        assertThat(walk.shown().over()).contains(new ComfortSheet());
        walk.after(10_000);
        assertThat(warned()).isTrue();
    }
}
