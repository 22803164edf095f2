package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Choosing;
import hymio.kiosk.visit.VisitState.ComfortSheet;
import hymio.kiosk.visit.VisitState.Explaining;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.kiosk.visit.VisitState.Writing;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Buttons alone reach every step: 1 back, 2 on, 3 chooses, 4 leaves; held, a button says what it means. */
class ButtonsTest {
    private final Walk walk = Walk.to(Asked.EVERYTHING);

    /** At the reasons, without undo and past the burst. */
    private Walk reasons() {
        return walk.press(4).after(6_000).forget();
    }

    private Optional<Control> at() {
        int focus = walk.shown().focus();
        return focus < 0
                ? Optional.empty()
                : Optional.of(Controls.of(walk.shown()).get(focus));
    }

    private static Optional<Control> simple(Act act) {
        return Optional.of(new Control.Simple(act));
    }

    @Test
    void aNewStepHasNoFocus() {
        assertThat(reasons().shown().focus()).isEqualTo(VisitState.NO_FOCUS);
    }

    @Test
    void theNextStepHasNoFocusEvenWhereItsControlsAreTheSame() {
        reasons().press(3).press(3).press(4);
        assertThat(walk.shown().question().id()).isEqualTo("who");
        assertThat(walk.shown().focus()).isEqualTo(VisitState.NO_FOCUS);
    }

    @Test
    void twoGoesOnAndRoundAndOneGoesBack() {
        reasons().press(2);
        assertThat(at()).contains(new Control.ChoiceOf(1));
        walk.press(2);
        assertThat(at()).contains(new Control.ChoiceOf(2));
        walk.press(1).press(1);
        assertThat(at()).isEqualTo(simple(Act.COMFORT));
        walk.press(2);
        assertThat(at()).contains(new Control.ChoiceOf(1));
    }

    @Test
    void oneBeginsAtTheEnd() {
        reasons().press(1);
        assertThat(at()).isEqualTo(simple(Act.COMFORT));
    }

    @Test
    void threeChoosesAndWithoutAFocusFindsTheFirst() {
        reasons().press(3);
        assertThat(at()).contains(new Control.ChoiceOf(1));
        walk.press(3).press(2).press(3);
        assertThat(walk.phase(Choosing.class).chosen()).isEqualTo(Set.of(1, 2));
    }

    @Test
    void fourLeavesAndKeepsWhatWasChosen() {
        reasons().press(3).press(3).press(4);
        assertThat(walk.given()).containsExactly("service 4", "why 1");
        walk.press(4);
        assertThat(walk.phase()).isInstanceOf(Writing.class);
        walk.press(5);
        assertThat(walk.phase()).isInstanceOf(Thanking.class);
    }

    @Test
    void aTouchTakesTheFocusAway() {
        reasons().press(2).choose(4);
        assertThat(walk.shown().focus()).isEqualTo(VisitState.NO_FOCUS);
    }

    @Test
    void theFocusStaysOnItsControlWhenUndoGoes() {
        walk.press(4).after(1_600).press(1);
        assertThat(at()).isEqualTo(simple(Act.COMFORT));
        walk.after(4_000);
        assertThat(walk.shown().undo()).isEmpty();
        assertThat(at()).isEqualTo(simple(Act.COMFORT));
    }

    @Test
    void theFocusGoesWithItsControl() {
        walk.press(4).after(1_600).press(1).press(1);
        assertThat(at()).isEqualTo(simple(Act.UNDO));
        walk.after(4_000);
        assertThat(walk.shown().focus()).isEqualTo(VisitState.NO_FOCUS);
    }

    @Test
    void buttonsWriteAComment() {
        walk.press(3).after(6_000).press(4).press(2).press(3);
        assertThat(walk.phase(Writing.class).draft().text()).isEqualTo("Q");
        assertThat(at()).contains(new Control.Key("q"));
        focus(new Control.Simple(Act.SIGNS)).press(3);
        assertThat(at()).isEqualTo(simple(Act.SIGNS));
        assertThat(walk.phase(Writing.class).draft().signs()).isTrue();
        focus(new Control.Simple(Act.SEND)).press(3);
        assertThat(walk.comments()).containsExactly("Q");
    }

    private Walk focus(Control control) {
        for (int i = 0; i < 60 && !at().equals(Optional.of(control)); i++) {
            walk.press(2);
        }
        return walk;
    }

    @Test
    void buttonsReviewAMaskedComment() {
        walk.press(3).after(6_000).press(4).type("a@bc.fi");
        focus(new Control.Simple(Act.SEND)).press(3);
        assertThat(walk.phase()).isInstanceOf(VisitState.Reviewing.class);
        focus(new Control.Simple(Act.CHANGE)).press(3);
        assertThat(walk.phase()).isInstanceOf(Writing.class);
        focus(new Control.Simple(Act.SEND)).press(3);
        focus(new Control.Simple(Act.SEND)).press(3);
        assertThat(walk.comments()).containsExactly("•••");
    }

    @Test
    void fourClosesASheetAndTheQuestionHasNoFocus() {
        walk.act(Act.COMFORT).press(2).press(2).press(4);
        assertThat(walk.shown()).isEqualTo(new VisitState(Asked.EVERYTHING, "fi", new Asking()));
    }

    @Test
    void aSheetOverAFollowUpTakesPressesRightAfterTheVote() {
        walk.face(4).act(Act.COMFORT).press(2);
        assertThat(walk.given()).containsExactly("service 4");
        assertThat(walk.shown().focus()).isZero();
    }

    @Test
    void aHeldButtonIsExplainedAndDoesNotVote() {
        walk.hold(2);
        assertThat(walk.shown().over().orElseThrow())
                .isEqualTo(new Explaining(new Control.FaceOf(2), walk.now - 800 + VisitMachine.EXPLAIN_MILLIS));
        assertThat(walk.phase()).isEqualTo(new Asking());
        assertThat(walk.stored).isEmpty();
    }

    @Test
    void everyButtonCanBeExploredOneAfterTheOther() {
        walk.hold(1).hold(2).hold(3);
        assertThat(walk.shown().over().orElseThrow())
                .isInstanceOfSatisfying(
                        Explaining.class, it -> assertThat(it.about()).isEqualTo(new Control.FaceOf(3)));
    }

    @Test
    void heldAgainTheSameButtonOpensTheComfortSheet() {
        walk.hold(2).hold(2);
        assertThat(walk.shown().over()).contains(new ComfortSheet());
        assertThat(walk.stored).isEmpty();
    }

    @Test
    void aPressAfterAnExplanationVotes() {
        walk.language("en").hold(2).press(3);
        assertThat(walk.given()).containsExactly("service 3");
        assertThat(walk.shown().over()).isEmpty();
        assertThat(walk.shown().language()).isEqualTo("en");
    }

    @Test
    void anExplanationEndsByItselfOrByATouchBeside() {
        walk.hold(2).after(VisitMachine.EXPLAIN_MILLIS);
        assertThat(walk.shown()).isEqualTo(new VisitState(Asked.EVERYTHING, "fi", new Asking()));
        walk.hold(2).beside();
        assertThat(walk.shown()).isEqualTo(new VisitState(Asked.EVERYTHING, "fi", new Asking()));
    }

    @Test
    void aButtonReleasedUnderASheetLeavesNoFingerBehind() {
        walk.down(2).act(Act.COMFORT).release(2, walk.now - 500).act(Act.CLOSE);
        assertThat(walk.phase()).isEqualTo(new Asking());
        assertThat(walk.stored).isEmpty();
    }

    @Test
    void aHeldButtonWithoutAFaceMeansNothing() {
        walk.hold(5);
        assertThat(walk.shown().over()).isEmpty();
    }
}
