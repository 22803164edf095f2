package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.Choosing;
import hymio.kiosk.visit.VisitState.Sorry;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.kiosk.visit.VisitState.Writing;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The questions after the first: for the faces named, in order, each one optional. */
class FollowUpTest {
    private final Walk walk = Walk.to(Asked.EVERYTHING);

    private String asked() {
        return walk.shown().question().id();
    }

    @Test
    void aQuestionIsAskedOnlyAfterTheFacesItNames() {
        walk.press(1);
        assertThat(asked()).isEqualTo("again");
        walk.choose(10);
        assertThat(walk.phase()).isInstanceOf(Thanking.class);
    }

    @Test
    void questionsComeInTheirOrder() {
        walk.press(4);
        assertThat(asked()).isEqualTo("why");
        walk.act(Act.SKIP);
        assertThat(asked()).isEqualTo("who");
        walk.act(Act.SKIP);
        assertThat(asked()).isEqualTo("more");
        walk.act(Act.SKIP);
        assertThat(walk.phase()).isInstanceOf(Thanking.class);
    }

    @Test
    void theFirstStepShowsWhichFaceIsStoredAndTheNextDoesNot() {
        walk.press(4);
        assertThat(walk.shown().voted()).hasValue(4);
        walk.act(Act.SKIP);
        assertThat(walk.shown().voted()).isEmpty();
    }

    @Test
    void theNextVisitorIsNotShownTheFaceOfTheLast() {
        walk.press(4).after(10_000).act(Act.UNDO);
        walk.after(60_000);
        assertThat(walk.shown().voted()).isEmpty();
        walk.press(1).act(Act.UNDO).press(3);
        assertThat(walk.shown().voted()).hasValue(3);
    }

    @Test
    void whatWasGivenBeforeALeftStepIsKept() {
        walk.press(4).choose(2).act(Act.DONE).act(Act.SKIP).act(Act.SKIP);
        assertThat(walk.given()).containsExactly("service 4", "why 2");
        assertThat(walk.visits()).containsOnly(1L);
    }

    @Test
    void oneChoiceIsStoredAtOnce() {
        walk.press(4).act(Act.SKIP).choose(3);
        assertThat(walk.given()).containsExactly("service 4", "who 3");
        assertThat(asked()).isEqualTo("more");
    }

    @Test
    void severalChoicesAreEachAResponseOfTheirOwn() {
        walk.press(3).choose(5).choose(2).act(Act.DONE);
        assertThat(walk.given()).containsExactly("service 3", "why 2", "why 5");
        assertThat(asked()).isEqualTo("more");
    }

    @Test
    void aSecondTouchTakesAChoiceAway() {
        walk.press(3).choose(5).choose(2).choose(5);
        assertThat(walk.phase(Choosing.class).chosen()).isEqualTo(Set.of(2));
        walk.choose(2);
        assertThat(Controls.of(walk.shown())).contains(new Control.Simple(Act.SKIP));
        walk.act(Act.SKIP);
        assertThat(walk.given()).containsExactly("service 3");
    }

    @Test
    void choicesMayFollowEachOtherAsFastAsFingersGo() {
        walk.press(3).unticked(500);
        walk.touchNow(new Control.ChoiceOf(1)).touchNow(new Control.ChoiceOf(2)).touchNow(new Control.ChoiceOf(3));
        assertThat(walk.phase(Choosing.class).chosen()).isEqualTo(Set.of(1, 2, 3));
    }

    @Test
    void zeroIsAnAnswerOfAScale() {
        walk.press(1).choose(0);
        assertThat(walk.given()).containsExactly("service 1", "again 0");
    }

    @Test
    void aScaleEndsAtTen() {
        walk.press(1).choose(11);
        assertThat(walk.given()).containsExactly("service 1");
    }

    @Test
    void facesMayFollowFaces() {
        walk.press(2).face(5);
        assertThat(walk.given()).containsExactly("service 2", "clean 5");
        assertThat(walk.visits()).containsOnly(1L);
    }

    @Test
    void aCommentIsStoredWithItsText() {
        walk.press(3).act(Act.SKIP).keys("Kiitos avusta").act(Act.SEND);
        assertThat(walk.given()).containsExactly("service 3", "more 0");
        assertThat(walk.comments()).containsExactly("Kiitos avusta");
        assertThat(walk.phase()).isInstanceOf(Thanking.class);
    }

    @Test
    void whatWasWrittenIsNotStoredWhenTheStepIsLeft() {
        walk.press(3).act(Act.SKIP).keys("ei sittenkään").act(Act.SKIP);
        assertThat(walk.given()).containsExactly("service 3");
    }

    @Test
    void nothingWrittenIsNothingSent() {
        walk.press(3).act(Act.SKIP).keys("   ").act(Act.SEND);
        assertThat(walk.given()).containsExactly("service 3");
        assertThat(walk.phase()).isInstanceOf(Thanking.class);
    }

    @Test
    void aTouchMeantForAScreenThatIsGoneMeansNothing() {
        walk.press(4).touch(new Control.FaceOf(4)).touch(new Control.LanguageOf("en"));
        assertThat(walk.given()).containsExactly("service 4");
        assertThat(walk.shown().language()).isEqualTo("fi");
        walk.act(Act.SKIP).act(Act.DONE).act(Act.SEND).touch(new Control.Key("a"));
        assertThat(asked()).isEqualTo("who");
    }

    @Test
    void anAnswerThatCouldNotBeStoredIsToldAndTheVoteStands() {
        walk.press(1);
        walk.diskFails = true;
        walk.choose(7);
        assertThat(walk.phase()).isInstanceOf(Sorry.class);
        assertThat(walk.given()).containsExactly("service 1");
    }

    @Test
    void whenOneOfSeveralFailsTheRestIsNotTried() {
        walk.press(3).choose(1).choose(2).choose(3);
        walk.diskFails = true;
        walk.forget().act(Act.DONE);
        assertThat(walk.all(VisitEffect.Store.class)).hasSize(1);
        assertThat(walk.phase()).isInstanceOf(Sorry.class);
    }

    @Test
    void anImpatientSecondTouchIsNoSecondAnswerWhileTheDiskIsSlow() {
        walk.press(1);
        walk.diskIsSlow = true;
        walk.choose(7).choose(8).act(Act.SKIP).diskDone();
        assertThat(walk.given()).containsExactly("service 1", "again 7");
        assertThat(walk.phase()).isInstanceOf(Thanking.class);
    }

    @Test
    void anAnswerAfterAWhileStillBelongsToTheVisit() {
        walk.press(4)
                .after(15_000)
                .choose(1)
                .after(15_000)
                .act(Act.DONE)
                .after(15_000)
                .choose(2);
        assertThat(walk.given()).containsExactly("service 4", "why 1", "who 2");
        assertThat(walk.visits()).containsOnly(1L);
        assertThat(walk.phase()).isInstanceOf(Writing.class);
    }
}
