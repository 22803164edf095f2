package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.PinAsked;
import hymio.kiosk.visit.VisitState.Sleeping;
import hymio.wire.Behaviour;
import hymio.wire.Questionnaire;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the server changes takes effect when nobody is at the terminal. */
class NewConfigTest {
    private static final Behaviour LOUD = new Behaviour(false, 0, 20, 90, Optional.empty());
    private static final Behaviour NIGHTLY =
            new Behaviour(false, 0, 20, 50, Optional.of(new Behaviour.Sleep("21:00", "07:30")));

    private final Walk walk = Walk.to(Questionnaire.BUILT_IN);

    @Test
    void aNewConfigTakesEffectAtRestAndTheLookMayChangeBeforeItIsShown() {
        walk.config(Asked.EVERYTHING, LOUD).tick();
        VisitState shown = new VisitState(Asked.EVERYTHING, "fi", new Asking());
        assertThat(walk.effects).containsExactly(new VisitEffect.Rest(), new VisitEffect.Show(shown));
        assertThat(walk.visit.volumePercent()).isEqualTo(90);
    }

    @Test
    void itTakesEffectOnce() {
        walk.config(Asked.EVERYTHING, LOUD).after(5_000);
        assertThat(walk.all(VisitEffect.Rest.class)).hasSize(1);
    }

    @Test
    void neverUnderAFinger() {
        Walk walk = Walk.to(Asked.COMMENT);
        walk.down(1).config(Asked.EVERYTHING, LOUD).after(1_000).cancel(1).after(10_000);
        assertThat(walk.shown().questionnaire()).isEqualTo(Asked.COMMENT);
        walk.after(10_000);
        assertThat(walk.shown().questionnaire()).isEqualTo(Asked.EVERYTHING);
    }

    @Test
    void theFirstConfigOfATerminalComesAsSoonAsNoHandIsThere() {
        walk.press(1).config(Asked.EVERYTHING, LOUD).after(4_000);
        assertThat(walk.shown().questionnaire()).isEqualTo(Questionnaire.BUILT_IN);
        walk.after(2_000);
        assertThat(walk.shown()).isEqualTo(new VisitState(Asked.EVERYTHING, "fi", new Asking()));
    }

    @Test
    void theFirstConfigDoesNotComeUnderAFingerEither() {
        walk.down(1).config(Asked.EVERYTHING, LOUD).after(3_000);
        assertThat(walk.shown().questionnaire()).isEqualTo(Questionnaire.BUILT_IN);
        walk.cancel(1).language("sv").after(3_000);
        assertThat(walk.shown().questionnaire()).isEqualTo(Questionnaire.BUILT_IN);
    }

    @Test
    void aPressMeantForTheQuestionBeforeDoesNotAnswerTheNewOne() {
        walk.config(Asked.EVERYTHING, LOUD).tick().unticked(200).press(1).touchNow(new Control.FaceOf(2));
        assertThat(walk.given()).isEmpty();
        walk.unticked(300).press(1);
        assertThat(walk.given()).containsExactly("service 1");
    }

    @Test
    void withoutAScreenNobodySeesTheQuestionChangeAndEveryPressCounts() {
        Walk blind = Walk.withoutScreen(Questionnaire.BUILT_IN).config(Asked.EVERYTHING, LOUD);
        blind.tick().press(1);
        assertThat(blind.given()).hasSize(1);
    }

    @Test
    void neverDuringAVisit() {
        walk.press(1).config(Asked.EVERYTHING, LOUD).after(4_000);
        assertThat(walk.all(VisitEffect.Rest.class)).isEmpty();
        walk.after(30_000);
        assertThat(walk.shown().questionnaire()).isEqualTo(Asked.EVERYTHING);
    }

    @Test
    void theLatestWins() {
        walk.press(1)
                .config(Asked.EVERYTHING, LOUD)
                .config(Asked.COMMENT, NIGHTLY)
                .after(30_000);
        assertThat(walk.shown().questionnaire()).isEqualTo(Asked.COMMENT);
        assertThat(walk.all(VisitEffect.Rest.class)).hasSize(1);
    }

    @Test
    void itTakesEffectInTheDarkAndStaysDark() {
        Walk asleep = Walk.to(Questionnaire.BUILT_IN, NIGHTLY).at(23, 0).tick();
        asleep.config(Asked.EVERYTHING, NIGHTLY).tick();
        assertThat(asleep.shown()).isEqualTo(new VisitState(Asked.EVERYTHING, "fi", new Sleeping()));
        asleep.config(Asked.EVERYTHING, LOUD).tick().tick();
        assertThat(asleep.phase()).isEqualTo(new Asking());
    }

    @Test
    void aLanguageThatIsNoLongerThereGivesWayToTheNearest() {
        VisitMachine sami = new VisitMachine("se", 2_500, true);
        Walk walk = new Walk(sami, Asked.speaking("se"), Behaviour.USUAL, false);
        assertThat(walk.shown().language()).isEqualTo("se");
        walk.config(Questionnaire.BUILT_IN, LOUD).tick();
        assertThat(walk.shown().language()).isEqualTo("fi");
        walk.press(1).after(10_000);
        assertThat(walk.shown()).isEqualTo(new VisitState(Questionnaire.BUILT_IN, "fi", new Asking()));
        walk.after(60_000);
        assertThat(walk.all(VisitEffect.Play.class)).isEmpty();
    }

    @Test
    void plainFinnishFallsBackToFinnish() {
        VisitMachine plain = new VisitMachine("fi-simple", 2_500, true);
        assertThat(plain.start(Asked.EVERYTHING, LOUD, false).shown().language())
                .isEqualTo("fi");
        assertThat(plain.start(Asked.speaking("fi-simple"), LOUD, false).shown().language())
                .isEqualTo("fi-simple");
    }

    @Test
    void aPinThatCameWithAConfigOpensTheWayToTheStaffMenu() {
        Walk closed = new Walk(new VisitMachine("fi", 2_500, true), Questionnaire.BUILT_IN, LOUD, false);
        assertThat(closed.staffHold().phase()).isEqualTo(new Asking());
        closed.config(Questionnaire.BUILT_IN, LOUD).after(30_000).staffHold();
        assertThat(closed.phase()).isInstanceOf(PinAsked.class);
    }
}
