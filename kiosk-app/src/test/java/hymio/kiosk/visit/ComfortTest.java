package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.Control.Toggle;
import hymio.kiosk.visit.VisitState.ComfortSheet;
import hymio.kiosk.visit.VisitState.LanguageSheet;
import hymio.kiosk.visit.VisitState.Over;
import hymio.wire.Questionnaire;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Languages, and what a visitor chooses to see and hear better. */
class ComfortTest {
    private static final Questionnaire MANY = Asked.speaking("se", "ru", "uk", "ar", "so", "fi-simple");

    private final Walk walk = Walk.to(Questionnaire.BUILT_IN);

    private Optional<Over> over() {
        return walk.shown().over();
    }

    @Test
    void aLanguageIsOneTouchAway() {
        walk.language("sv");
        assertThat(walk.shown().language()).isEqualTo("sv");
    }

    @Test
    void aLanguageThatTheQuestionnaireDoesNotSpeakCannotBeChosen() {
        walk.language("ar").act(Act.COMFORT).language("ru").language("xx");
        assertThat(walk.shown().language()).isEqualTo("fi");
    }

    @Test
    void manyLanguagesHaveASheetThatClosesWhenOneIsChosen() {
        Walk many = Walk.to(MANY);
        assertThat(Controls.of(many.shown()))
                .contains(new Control.LanguageOf("fi"), new Control.LanguageOf("en"), new Control.Simple(Act.LANGUAGES))
                .doesNotContain(new Control.LanguageOf("ar"));
        many.act(Act.LANGUAGES);
        assertThat(many.shown().over()).contains(new LanguageSheet());
        assertThat(Controls.of(many.shown())).hasSize(10);
        many.language("ar");
        assertThat(many.shown().over()).isEmpty();
        assertThat(many.shown().language()).isEqualTo("ar");
    }

    @Test
    void theComfortSheetStaysOpenUntilItIsClosed() {
        walk.act(Act.COMFORT).language("en").toggle(Toggle.LARGE).beside();
        assertThat(over()).contains(new ComfortSheet());
        walk.act(Act.CLOSE);
        assertThat(over()).isEmpty();
        assertThat(walk.shown().comfort().large()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Toggle.class)
    void eachHelpIsSwitchedOnAndOff(Toggle toggle) {
        walk.act(Act.COMFORT).toggle(toggle);
        assertThat(walk.shown().comfort()).isEqualTo(Comfort.NONE.toggled(toggle));
        assertThat(walk.shown().comfort().has(toggle)).isTrue();
        walk.toggle(toggle);
        assertThat(walk.shown().comfort()).isEqualTo(Comfort.NONE);
    }

    @Test
    void volumeGoesInStepsAndHasEnds() {
        walk.act(Act.COMFORT).act(Act.LOUDER);
        assertThat(walk.visit.volumePercent()).isEqualTo(70);
        walk.act(Act.LOUDER).act(Act.LOUDER);
        assertThat(walk.visit.volumePercent()).isEqualTo(90);
        for (int i = 0; i < 6; i++) {
            walk.act(Act.QUIETER);
        }
        assertThat(walk.visit.volumePercent()).isEqualTo(10);
    }

    @Test
    void theChosenVolumeIsHeardAndGoesBackAfterTheVisit() {
        walk.act(Act.COMFORT).act(Act.LOUDER).act(Act.CLOSE).press(1);
        assertThat(walk.all(VisitEffect.Acknowledge.class)).allMatch(it -> it.volumePercent() == 70);
        walk.after(6_000).forget().press(1);
        assertThat(walk.all(VisitEffect.Acknowledge.class)).allMatch(it -> it.volumePercent() == 50);
    }

    @Test
    void theSecondTapDoesNotSwitchWhatLiesUnderIt() {
        walk.act(Act.COMFORT).unticked(200).touchNow(new Control.ToggleOf(Toggle.LARGE));
        assertThat(walk.shown().comfort()).isEqualTo(Comfort.NONE);
    }

    @Test
    void comfortLastsThroughTheVisit() {
        Walk asked = Walk.to(Asked.EVERYTHING)
                .act(Act.COMFORT)
                .toggle(Toggle.CONTRAST)
                .act(Act.CLOSE);
        asked.language("en").press(4).act(Act.SKIP).act(Act.SKIP);
        assertThat(asked.shown().comfort().contrast()).isTrue();
        assertThat(asked.shown().language()).isEqualTo("en");
    }

    @Test
    void theNextVisitorStartsAnewEvenWhileTheLastIsThanked() {
        walk.act(Act.COMFORT)
                .toggle(Toggle.CONTRAST)
                .act(Act.CLOSE)
                .language("en")
                .press(1);
        walk.after(2_000).press(2);
        assertThat(walk.shown().comfort()).isEqualTo(Comfort.NONE);
        assertThat(walk.shown().language()).isEqualTo("fi");
    }

    @Test
    void theNextVisitorStartsAnewEvenWhileTheScreenPlays() {
        walk.act(Act.COMFORT)
                .toggle(Toggle.CONTRAST)
                .act(Act.CLOSE)
                .press(1)
                .after(400)
                .press(1);
        walk.after(2_000).press(2);
        assertThat(walk.shown().comfort()).isEqualTo(Comfort.NONE);
    }

    @Test
    void whatCannotBeHeardIsNotOffered() {
        walk.act(Act.COMFORT);
        assertThat(walk.all(VisitEffect.AskHeard.class)).containsExactly(new VisitEffect.AskHeard("fi"));
        walk.happens(new VisitEvent.Heard(new VisitState.Heard(false, true)));
        assertThat(Controls.of(walk.shown()))
                .contains(new Control.Simple(Act.LOUDER), new Control.ToggleOf(Toggle.LARGE))
                .doesNotContain(new Control.ToggleOf(Toggle.VOICE), new Control.Simple(Act.READ));
        walk.happens(new VisitEvent.Heard(new VisitState.Heard(false, false)));
        assertThat(Controls.of(walk.shown()))
                .doesNotContain(new Control.Simple(Act.LOUDER), new Control.Simple(Act.QUIETER));
    }

    @Test
    void anotherLanguageMayHaveAVoice() {
        walk.act(Act.COMFORT).language("sv");
        assertThat(walk.all(VisitEffect.AskHeard.class).getLast()).isEqualTo(new VisitEffect.AskHeard("sv"));
    }

    @Test
    void anAnswerThatComesWhenTheSheetIsClosedMeansNothing() {
        walk.act(Act.COMFORT).act(Act.CLOSE).happens(new VisitEvent.Heard(new VisitState.Heard(false, false)));
        assertThat(over()).isEmpty();
    }

    @Test
    void comfortDuringAFollowUpKeepsWhatWasChosen() {
        Walk asked = Walk.to(Asked.EVERYTHING)
                .press(4)
                .choose(3)
                .act(Act.COMFORT)
                .toggle(Toggle.LARGE)
                .act(Act.CLOSE);
        asked.act(Act.DONE);
        assertThat(asked.given()).containsExactly("service 4", "why 3");
    }
}
