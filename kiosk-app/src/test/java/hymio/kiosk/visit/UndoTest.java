package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Choosing;
import hymio.kiosk.visit.VisitState.Explaining;
import hymio.kiosk.visit.VisitState.Sorry;
import hymio.kiosk.visit.VisitState.TakenBack;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.wire.Questionnaire;
import org.junit.jupiter.api.Test;

/** For five seconds a vote can be taken back, with all that was given after it. */
class UndoTest {
    private final Walk walk = Walk.to(Questionnaire.BUILT_IN);

    @Test
    void aTouchTakesTheVoteBack() {
        walk.press(4).after(3_000).act(Act.UNDO);
        assertThat(walk.given()).containsExactly("service 4", "service 4 takes back 1");
        assertThat(walk.visits()).containsExactly(1L, 1L);
        assertThat(walk.phase()).isInstanceOf(TakenBack.class);
        assertThat(walk.shown().undo()).isEmpty();
    }

    @Test
    void holdingTheSameButtonTakesTheVoteBack() {
        walk.press(4).after(2_000).hold(4);
        assertThat(walk.given()).containsExactly("service 4", "service 4 takes back 1");
    }

    @Test
    void holdingItTakesTheVoteBackAlsoAfterHearingAnotherButton() {
        walk.press(4).after(1_000).hold(1).hold(4);
        assertThat(walk.given()).containsExactly("service 4", "service 4 takes back 1");
    }

    @Test
    void holdingAnotherButtonExplainsItAndTakesNothingBack() {
        walk.press(4).after(1_000).hold(1);
        assertThat(walk.given()).containsExactly("service 4");
        assertThat(walk.shown().over().orElseThrow()).isInstanceOf(Explaining.class);
    }

    @Test
    void afterFiveSecondsNothingIsTakenBack() {
        walk.press(4).after(5_000);
        assertThat(walk.shown().undo()).isEmpty();
        walk.act(Act.UNDO).hold(4);
        assertThat(walk.given()).containsExactly("service 4");
    }

    @Test
    void afterFiveSecondsNothingIsTakenBackEvenBeforeTheScreenKnows() {
        walk.press(4).unticked(5_100).act(Act.UNDO).hold(4);
        assertThat(walk.given()).containsExactly("service 4");
    }

    @Test
    void thanksStayAsLongAsTheVoteCanBeTakenBack() {
        walk.press(4).after(4_800);
        assertThat(walk.phase()).isInstanceOf(Thanking.class);
        walk.after(400);
        assertThat(walk.phase()).isEqualTo(new Asking());
    }

    @Test
    void allOfTheVisitIsTakenBackTheNewestFirst() {
        Walk all = Walk.to(Asked.EVERYTHING).press(4);
        all.choose(2).choose(5).act(Act.DONE).choose(1).act(Act.UNDO);
        assertThat(all.given())
                .containsExactly(
                        "service 4",
                        "why 2",
                        "why 5",
                        "who 1",
                        "who 1 takes back 4",
                        "why 5 takes back 3",
                        "why 2 takes back 2",
                        "service 4 takes back 1");
        assertThat(all.visits()).containsOnly(1L);
        assertThat(all.phase()).isInstanceOf(TakenBack.class);
    }

    @Test
    void theButtonOfALaterAnswerIsNotTheVotes() {
        Walk scale = Walk.to(Asked.EVERYTHING).press(1);
        scale.choose(3);
        assertThat(scale.phase()).isInstanceOf(Thanking.class);
        scale.hold(3);
        assertThat(scale.given()).containsExactly("service 1", "again 3");
    }

    @Test
    void buttonsReachUndoAmongTheFollowUps() {
        Walk asked = Walk.to(Asked.EVERYTHING)
                .press(1)
                .after(1_600)
                .press(1)
                .press(1)
                .press(3);
        assertThat(asked.given()).containsExactly("service 1", "service 1 takes back 1");
    }

    @Test
    void whoTookAVoteBackVotesAgainAtOnceAndThatCounts() {
        walk.language("sv").press(4).act(Act.UNDO).unticked(200).press(1);
        assertThat(walk.given()).containsExactly("service 4", "service 4 takes back 1", "service 1");
        assertThat(walk.visits()).containsExactly(1L, 1L, 3L);
        assertThat(walk.shown().language()).isEqualTo("sv");
    }

    @Test
    void aTakeBackThatCouldNotBeStoredIsNotConfirmed() {
        walk.press(4);
        walk.diskFails = true;
        walk.act(Act.UNDO);
        assertThat(walk.phase()).isInstanceOf(Sorry.class);
    }

    @Test
    void takenBackEndsByItself() {
        walk.press(4).act(Act.UNDO).after(3_800);
        assertThat(walk.phase()).isInstanceOf(TakenBack.class);
        walk.after(400);
        assertThat(walk.phase()).isEqualTo(new Asking());
    }

    @Test
    void undoStaysOnTheFollowUpsOnlyForItsTime() {
        Walk asked = Walk.to(Asked.EVERYTHING).press(4);
        assertThat(Controls.of(asked.shown())).contains(new Control.Simple(Act.UNDO));
        asked.after(5_000);
        assertThat(asked.phase()).isInstanceOf(Choosing.class);
        assertThat(Controls.of(asked.shown())).doesNotContain(new Control.Simple(Act.UNDO));
    }
}
