package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Explaining;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.wire.Behaviour;
import hymio.wire.Questionnaire;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A terminal with buttons, light and sound but no screen. */
class NoScreenTest {
    private static final Behaviour NIGHTLY =
            new Behaviour(false, 0, 20, 50, Optional.of(new Behaviour.Sleep("21:00", "07:30")));

    private final Walk walk = Walk.withoutScreen(Asked.EVERYTHING);

    @Test
    void aPressIsAVoteAndNothingFollows() {
        walk.press(4);
        assertThat(walk.given()).containsExactly("service 4");
        assertThat(walk.phase()).isInstanceOf(Thanking.class);
        assertThat(walk.all(VisitEffect.Acknowledge.class)).hasSize(1);
    }

    @Test
    void whatNobodyCanSeeCannotBeTakenBack() {
        walk.press(4).after(1_000).hold(4);
        assertThat(walk.given()).containsExactly("service 4");
        assertThat(walk.shown().undo()).isEmpty();
    }

    @Test
    void aHeldButtonSpeaksAlsoTheSecondTime() {
        walk.hold(1).hold(1);
        assertThat(walk.all(VisitEffect.Say.class)).hasSize(2);
        assertThat(walk.shown().over().orElseThrow())
                .isInstanceOfSatisfying(
                        Explaining.class,
                        it -> assertThat(it.help()).as("no sheet to promise").isFalse());
        walk.press(1);
        assertThat(walk.given()).containsExactly("service 1");
    }

    @Test
    void itNeverSleepsSoNoPressIsLost() {
        Walk night = new Walk(new VisitMachine("fi", 2_500, false), Questionnaire.BUILT_IN, NIGHTLY, false);
        night.at(23, 0).after(60_000).press(1);
        assertThat(night.given()).containsExactly("service 1");
    }

    @Test
    void aJammedButtonIsForgottenWithoutAWarningThatWouldSwallowAPress() {
        walk.down(1).after(20_000);
        assertThat(walk.phase()).isEqualTo(new Asking());
        walk.press(2);
        assertThat(walk.given()).containsExactly("service 2");
    }

    @Test
    void thanksLastAsLongAsAPressWouldStillBelongToTheBurst() {
        Walk hasty = new Walk(new VisitMachine("fi", 500, false), Questionnaire.BUILT_IN, NIGHTLY, false);
        hasty.press(1).after(1_400).press(2);
        assertThat(hasty.visits()).containsExactly(1L, 1L);
        hasty.after(6_000).press(3).after(1_600);
        assertThat(hasty.phase()).isEqualTo(new Asking());
    }

    @Test
    void aBurstCountsOnce() {
        walk.press(1).after(300).press(2);
        assertThat(walk.given()).containsExactly("service 1", "service 2 misuse 1");
    }
}
