package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Playing;
import hymio.kiosk.visit.VisitState.Sorry;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.wire.Questionnaire;
import org.junit.jupiter.api.Test;

/** Somebody drums: it counts once, and is met kindly. */
class BurstTest {
    private final Walk walk = Walk.to(Questionnaire.BUILT_IN);

    private static Walk drum(Walk walk, int presses) {
        for (int i = 0; i < presses; i++) {
            walk.press(1 + i % 4).after(600);
        }
        return walk;
    }

    @Test
    void aBurstCountsOnceAndIsKeptInTheVisitOfItsFirstPress() {
        drum(walk, 4);
        assertThat(walk.given())
                .containsExactly("service 1", "service 2 misuse 1", "service 3 misuse 1", "service 4 misuse 1");
        assertThat(walk.visits()).containsOnly(1L);
    }

    @Test
    void theScreenPlaysAndKnowsHowLongTheBurstIs() {
        drum(walk, 3);
        assertThat(walk.phase(Playing.class).length()).isEqualTo(3);
        assertThat(walk.all(VisitEffect.Play.class)).hasSize(2).allMatch(it -> it.cue() == VisitEffect.Cue.PLAY);
    }

    @Test
    void theCountedVoteCanStillBeTakenBackAndNothingElseNeedsTo() {
        drum(walk, 3).act(Act.UNDO);
        assertThat(walk.given()).hasSize(4).last().isEqualTo("service 1 takes back 1");
    }

    @Test
    void drummingOnButtonsDoesNotAnswerTheQuestionThatCameUp() {
        Walk asked = Walk.to(Asked.EVERYTHING).press(4);
        drum(asked, 4);
        assertThat(asked.given()).allMatch(it -> it.startsWith("service"));
        assertThat(asked.phase()).isInstanceOf(Playing.class);
    }

    @Test
    void theSecondTapOfADoubleTapDoesNotAnswerTheQuestionThatCameUp() {
        Walk asked = Walk.to(Asked.EVERYTHING).face(2);
        asked.unticked(200).touchNow(new Control.FaceOf(2));
        assertThat(asked.given()).containsExactly("service 2");
        asked.face(2);
        assertThat(asked.given()).containsExactly("service 2", "clean 2");
    }

    @Test
    void playingEndsByItselfWhenNobodyDrumsAnyMore() {
        drum(walk, 10);
        assertThat(walk.phase()).isInstanceOf(Playing.class);
        walk.after(4_000);
        assertThat(walk.phase()).isEqualTo(new Asking());
    }

    @Test
    void drummingBesideTheFacesDoesNotEndTheThanks() {
        walk.face(1);
        for (int i = 0; i < 40; i++) {
            walk.after(200).besideNow();
        }
        assertThat(walk.phase()).isInstanceOf(Thanking.class);
        walk.after(1_000);
        assertThat(walk.phase()).isEqualTo(new Asking());
    }

    @Test
    void theFirstPressAfterABurstCountsAgain() {
        drum(walk, 3).unticked(1_600).press(4);
        assertThat(walk.given()).hasSize(4).last().isEqualTo("service 4");
        assertThat(walk.visits().getLast()).isEqualTo(4L);
    }

    @Test
    void aPressOlderThanATouchBelongsToItsBurst() {
        long edge = walk.now;
        walk.down(2).unticked(300).touchNow(new Control.FaceOf(4)).unticked(200).release(2, edge);
        assertThat(walk.given()).containsExactly("service 4", "service 2 misuse 1");
    }

    @Test
    void aPressOfABurstThatCannotBeStoredDoesNotCountTheNext() {
        walk.press(1).unticked(500);
        walk.diskFails = true;
        walk.press(2).unticked(500);
        assertThat(walk.phase()).isInstanceOf(Sorry.class);
        walk.diskFails = false;
        walk.press(3);
        assertThat(walk.given()).containsExactly("service 1", "service 3 misuse 1");
        assertThat(walk.visits()).containsExactly(1L, 1L);
    }
}
