package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Finger;
import hymio.kiosk.visit.VisitState.Saving;
import hymio.kiosk.visit.VisitState.Sorry;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.wire.Behaviour;
import hymio.wire.Questionnaire;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One press or touch: what it means, when it is thanked for. */
class VoteTest {
    private static final Behaviour DISCREET = new Behaviour(true, 0, 20, 50, Optional.empty());

    private final Walk walk = Walk.to(Questionnaire.BUILT_IN);

    @Test
    void aPressIsAVote() {
        walk.press(3);
        assertThat(walk.given()).containsExactly("service 3");
        assertThat(walk.phase()).isInstanceOf(Thanking.class);
    }

    @Test
    void aTouchIsAVote() {
        walk.face(2);
        assertThat(walk.given()).containsExactly("service 2");
        assertThat(walk.phase()).isInstanceOf(Thanking.class);
    }

    @Test
    void aVoteIsSeenAndHeardBeforeItIsStoredAndThankedAfterwards() {
        walk.press(1);
        assertThat(walk.effects.stream().map(it -> it.getClass().getSimpleName()))
                .containsExactly("Hush", "Show", "Hush", "Show", "Acknowledge", "Store", "Show");
        assertThat(walk.all(VisitEffect.Show.class).stream()
                        .map(it -> it.state().phase()))
                .containsExactly(new Finger(1), new Saving(1), new Thanking(walk.now));
    }

    @Test
    void aPressIsDatedByItsEdgeAndNotByItsRelease() {
        long edge = walk.now;
        walk.down(2).unticked(600).release(2, edge);
        assertThat(walk.stored.getFirst().time()).isEqualTo(walk.time(edge));
    }

    @Test
    void aFingerOnAButtonIsShownAtOnceAndDecidesNothing() {
        walk.down(2);
        assertThat(walk.phase()).isEqualTo(new Finger(2));
        assertThat(walk.stored).isEmpty();
    }

    @Test
    void whatWentDownAndCameToNothingIsShownNoMore() {
        walk.down(2).cancel(2);
        assertThat(walk.phase()).isEqualTo(new Asking());
        assertThat(walk.stored).isEmpty();
    }

    @Test
    void anotherButtonsBounceDoesNotHideAFinger() {
        walk.down(2).cancel(3);
        assertThat(walk.phase()).isEqualTo(new Finger(2));
    }

    @Test
    void aTouchCountsWhileAFingerIsOnAButton() {
        walk.down(2).face(4);
        assertThat(walk.given()).containsExactly("service 4");
    }

    @Test
    void aButtonWithoutAFaceMeansNothing() {
        walk.press(5).press(9);
        assertThat(walk.stored).isEmpty();
        assertThat(walk.shown()).isEqualTo(new VisitState(Questionnaire.BUILT_IN, "fi", new Asking()));
    }

    @Test
    void whoPressesWhileAnotherIsThankedIsAVisitOfTheirOwn() {
        walk.press(1).after(2_000).press(4);
        assertThat(walk.given()).containsExactly("service 1", "service 4");
        assertThat(walk.visits()).containsExactly(1L, 2L);
    }

    @Test
    void whatCouldNotBeStoredIsNotThankedFor() {
        walk.diskFails = true;
        walk.press(1);
        assertThat(walk.phase()).isInstanceOf(Sorry.class);
        assertThat(walk.shown().undo()).isEmpty();
        assertThat(walk.all(VisitEffect.Play.class))
                .extracting(VisitEffect.Play::cue)
                .containsExactly(VisitEffect.Cue.REFUSED);
    }

    @Test
    void whoTriesAgainAfterAFailureCounts() {
        walk.diskFails = true;
        walk.language("en").press(1);
        walk.diskFails = false;
        walk.unticked(700).press(1);
        assertThat(walk.given()).containsExactly("service 1");
        assertThat(walk.shown().language()).isEqualTo("en");
    }

    @Test
    void anApologyEndsByItself() {
        walk.diskFails = true;
        walk.press(1).after(7_800);
        assertThat(walk.phase()).isInstanceOf(Sorry.class);
        walk.after(400);
        assertThat(walk.shown()).isEqualTo(new VisitState(Questionnaire.BUILT_IN, "fi", new Asking()));
    }

    @Test
    void pressesThatWaitForASlowDiskAreAllStoredInTheirOwnVisits() {
        walk.diskIsSlow = true;
        walk.press(1).unticked(400).press(2).unticked(2_000).press(3);
        assertThat(walk.phase()).isEqualTo(new Saving(3));
        walk.diskDone();
        assertThat(walk.given()).containsExactly("service 1", "service 2 misuse 1", "service 3");
        assertThat(walk.visits()).containsExactly(1L, 1L, 3L);
        assertThat(walk.visit.ledger().given()).extracting(it -> it.number()).containsExactly(3L);
    }

    @Test
    void aFailureOfOneVisitDoesNotTouchTheNext() {
        walk.diskIsSlow = true;
        walk.press(1).unticked(2_000).press(3);
        walk.happens(new VisitEvent.NotStored(walk.now)); // the first of them
        assertThat(walk.phase()).isEqualTo(new Saving(3));
        walk.happens(new VisitEvent.Stored(1, walk.now));
        assertThat(walk.phase()).isInstanceOf(Thanking.class);
        assertThat(walk.visit.ledger().given())
                .extracting(it -> it.entry().option())
                .containsExactly(3);
    }

    @Test
    void aReportThatNobodyAskedForMeansNothing() {
        walk.happens(new VisitEvent.Stored(7, walk.now)).happens(new VisitEvent.NotStored(walk.now));
        assertThat(walk.phase()).isEqualTo(new Asking());
    }

    @Test
    void discreetShowsTheSameForEveryFace() {
        assertThat(seenAfterAPressOf(4)).isEqualTo(seenAfterAPressOf(1));
    }

    private static List<VisitState> seenAfterAPressOf(int button) {
        Walk walk = Walk.to(Asked.EVERYTHING, DISCREET);
        walk.down(button).unticked(300).release(button, walk.now - 300).after(10_000);
        assertThat(walk.given()).containsExactly("service " + button);
        assertThat(walk.all(VisitEffect.Acknowledge.class)).allMatch(VisitEffect.Acknowledge::discreet);
        return walk.all(VisitEffect.Show.class).stream()
                .map(VisitEffect.Show::state)
                .toList();
    }

    @Test
    void discreetStillAsksWhatFollowsEveryFace() {
        Walk discreet = Walk.to(Asked.COMMENT, DISCREET).press(4);
        assertThat(discreet.phase()).isInstanceOf(VisitState.Writing.class);
    }

    @Test
    void pressTimesAreAsCoarseAsThePlaceWantsThem() {
        Walk coarse = Walk.to(Questionnaire.BUILT_IN, new Behaviour(false, 15, 20, 50, Optional.empty()));
        coarse.press(1).act(Control.Act.UNDO);
        assertThat(coarse.stored).hasSize(2);
        assertThat(coarse.stored).allMatch(it -> it.time().wallMillis() % (15 * 60_000) == 0);
    }
}
