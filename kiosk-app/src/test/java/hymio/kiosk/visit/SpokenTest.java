package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.Control.Toggle;
import hymio.kiosk.visit.VisitEffect.Hush;
import hymio.kiosk.visit.VisitEffect.Say;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Choosing;
import hymio.kiosk.visit.VisitState.Explaining;
import hymio.kiosk.visit.VisitState.StillThere;
import hymio.kiosk.visit.VisitState.TakenBack;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.wire.Questionnaire;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said when, and that every hand silences it. */
class SpokenTest {
    private final Walk walk = Walk.to(Asked.EVERYTHING);

    private Walk listening() {
        return walk.act(Act.COMFORT).toggle(Toggle.VOICE).act(Act.CLOSE).forget();
    }

    private List<Say> said() {
        return walk.all(Say.class);
    }

    private Say last() {
        return said().getLast();
    }

    @Test
    void withoutTheVoiceNothingIsSaidByItself() {
        walk.press(4).choose(1).act(Act.DONE).after(60_000);
        assertThat(said()).isEmpty();
    }

    @Test
    void switchedOnTheVoiceSaysWhereOneIs() {
        walk.act(Act.COMFORT).toggle(Toggle.VOICE);
        assertThat(said()).hasSize(1);
        assertThat(last().about()).isEmpty();
    }

    @Test
    void everyNewStepIsSaidOnce() {
        listening().press(4).act(Act.SKIP).act(Act.SKIP).act(Act.SKIP);
        assertThat(said()).allMatch(it -> it.about().isEmpty());
        assertThat(said().stream().map(it -> it.state().phase().getClass().getSimpleName()))
                .containsExactly("Choosing", "Choosing", "Writing", "Thanking");
    }

    @Test
    void aFingerThatComesToNothingIsNoNews() {
        listening().down(1).cancel(1);
        assertThat(said()).isEmpty();
    }

    @Test
    void whatButtonsAreAtIsSaid() {
        listening().press(4).after(6_000).press(2);
        assertThat(last().about()).contains(new Control.ChoiceOf(1));
    }

    @Test
    void whatAHandChoseIsSaidAsItIsNow() {
        listening().press(4).choose(2);
        assertThat(last().about()).contains(new Control.ChoiceOf(2));
        assertThat(last().state().phase()).isEqualTo(new Choosing(3, Set.of(2)));
        walk.after(6_000).press(2).press(3);
        assertThat(last().about()).contains(new Control.ChoiceOf(1));
    }

    @Test
    void lettersAreSaidAsTheyAreWritten() {
        listening().press(3).act(Act.SKIP).keys("H").type("e").type("\b");
        assertThat(said().reversed().stream().limit(3).map(Say::about))
                .containsExactly(
                        Optional.of(new Control.Simple(Act.BACKSPACE)),
                        Optional.of(new Control.Key("e")),
                        Optional.of(new Control.Key("H")));
    }

    @Test
    void theDigitsOfAPinAreNotSaidAsTheyAreTyped() {
        listening().staffHold().unticked(500).forget().touchNow(new Control.Digit(4));
        assertThat(said()).isEmpty();
    }

    @Test
    void aLanguageIsSaidInItself() {
        listening().language("sv");
        assertThat(last().state().language()).isEqualTo("sv");
        assertThat(last().about()).isEmpty();
    }

    @Test
    void theWarningIsSaidAndSoIsWhatWasUnderIt() {
        listening().press(4).after(21_000);
        assertThat(last().state().over().orElseThrow()).isInstanceOf(StillThere.class);
        walk.beside();
        assertThat(last().state().over()).isEmpty();
    }

    @Test
    void takingBackIsSaid() {
        listening().press(1).act(Act.UNDO);
        assertThat(last().state().phase()).isInstanceOf(TakenBack.class);
    }

    @Test
    void readSaysWhatLiesUnderTheSheetAlsoWithoutTheVoice() {
        walk.act(Act.COMFORT).act(Act.READ);
        assertThat(last().state()).isEqualTo(new VisitState(Asked.EVERYTHING, "fi", new Asking()));
        assertThat(walk.shown().comfort().voice()).isFalse();
    }

    @Test
    void aHeldButtonIsExplainedAlsoWithoutTheVoice() {
        walk.hold(3);
        assertThat(last().about()).contains(new Control.FaceOf(3));
        assertThat(last().state().over().orElseThrow()).isInstanceOf(Explaining.class);
    }

    @Test
    void aButtonHeldWhereButtonsStepSaysWhatTheyAreAt() {
        walk.press(4).after(6_000).press(2).hold(1);
        assertThat(last().about()).contains(new Control.ChoiceOf(1));
        assertThat(walk.phase()).isInstanceOf(Choosing.class);
    }

    @Test
    void whateverAHandDoesInterruptsWhatIsBeingSaid() {
        walk.hold(3).forget().down(1);
        assertThat(walk.effects.getFirst()).isInstanceOf(Hush.class);
        walk.forget().touch(new Control.Simple(Act.COMFORT));
        assertThat(walk.effects.getFirst()).isInstanceOf(Hush.class);
        walk.forget().beside();
        assertThat(walk.effects.getFirst()).isInstanceOf(Hush.class);
        walk.forget().press(1);
        assertThat(walk.effects.getFirst()).isInstanceOf(Hush.class);
    }

    @Test
    void silenceComesBeforeTheNextWords() {
        listening().press(4).forget().act(Act.SKIP);
        assertThat(walk.effects.stream().map(it -> it.getClass().getSimpleName()))
                .containsExactly("Hush", "Show", "Say");
    }

    @Test
    void theVoiceEndsWithTheVisit() {
        listening().press(1).act(Act.SKIP).forget().after(10_000);
        assertThat(walk.phase()).isEqualTo(new Asking());
        assertThat(walk.effects.getLast()).isInstanceOf(Hush.class);
        assertThat(said()).isEmpty();
    }

    @Test
    void theVolumeOfTheVisitorIsTheVolumeOfTheVoice() {
        walk.act(Act.COMFORT).act(Act.LOUDER).toggle(Toggle.VOICE);
        assertThat(last().volumePercent()).isEqualTo(70);
    }

    @Test
    void thanksAreSaidWithWhatCanStillBeDone() {
        Walk plain = Walk.to(Questionnaire.BUILT_IN);
        plain.act(Act.COMFORT).toggle(Toggle.VOICE).act(Act.CLOSE).press(1);
        Say thanks = plain.all(Say.class).getLast();
        assertThat(thanks.state().phase()).isInstanceOf(Thanking.class);
        assertThat(thanks.state().undo()).isPresent();
    }
}
