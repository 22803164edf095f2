package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Explaining;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.wire.Questionnaire;
import org.junit.jupiter.api.Test;

/** Thanks and other messages go by themselves or by a touch, but not by a careless one. */
class MessageTest {
    private final Walk walk = Walk.to(Questionnaire.BUILT_IN);

    @Test
    void aTouchBesideEndsTheThanks() {
        walk.press(1).after(1_600).beside();
        assertThat(walk.phase()).isEqualTo(new Asking());
        assertThat(walk.visit.ledger()).isEqualTo(Ledger.EMPTY);
    }

    @Test
    void theSecondTapOfADoubleTapDoesNotEndTheThanks() {
        walk.face(1).unticked(250).besideNow();
        assertThat(walk.phase()).isInstanceOf(Thanking.class);
    }

    @Test
    void aTouchBesideEndsNoThanksThatABurstMayStillGoOnIn() {
        walk.press(1).after(1_200).besideNow();
        assertThat(walk.phase()).isInstanceOf(Thanking.class);
    }

    @Test
    void theSecondTapOnTheThanksDoesNotVote() {
        walk.press(1).after(2_000).besideNow().unticked(250).touchNow(new Control.FaceOf(4));
        assertThat(walk.given()).containsExactly("service 1");
        walk.face(4);
        assertThat(walk.given()).containsExactly("service 1", "service 4");
    }

    @Test
    void aTouchBesideEndsTakenBackAndTheApology() {
        walk.press(1).act(Act.UNDO).after(1_000).beside();
        assertThat(walk.phase()).isEqualTo(new Asking());
        walk.diskFails = true;
        walk.press(1).after(1_000).beside();
        assertThat(walk.phase()).isEqualTo(new Asking());
    }

    @Test
    void aTouchBesideTheFacesMeansNothing() {
        walk.beside();
        assertThat(walk.shown()).isEqualTo(new VisitState(Questionnaire.BUILT_IN, "fi", new Asking()));
    }

    @Test
    void anExplanationOverTheThanksIsHeardToItsEnd() {
        walk.press(1).after(1_600).hold(2).after(6_000);
        assertThat(walk.shown().over().orElseThrow()).isInstanceOf(Explaining.class);
        walk.after(VisitMachine.EXPLAIN_MILLIS);
        assertThat(walk.phase()).isEqualTo(new Asking());
        assertThat(walk.shown().over()).isEmpty();
    }

    @Test
    void thanksAfterFollowUpsStayForTheirTime() {
        Walk asked = Walk.to(Asked.EVERYTHING).press(1).after(10_000).choose(5);
        assertThat(asked.shown().undo()).isEmpty();
        asked.after(2_300);
        assertThat(asked.phase()).isInstanceOf(Thanking.class);
        asked.after(400);
        assertThat(asked.phase()).isEqualTo(new Asking());
    }
}
