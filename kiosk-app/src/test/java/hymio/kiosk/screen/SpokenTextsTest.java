package hymio.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Comfort;
import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.Control.Toggle;
import hymio.kiosk.visit.Draft;
import hymio.kiosk.visit.Keyboard;
import hymio.kiosk.visit.MaskRule;
import hymio.kiosk.visit.VisitState;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Choosing;
import hymio.kiosk.visit.VisitState.Phase;
import hymio.kiosk.visit.VisitState.Reviewing;
import hymio.kiosk.visit.VisitState.Undo;
import hymio.kiosk.visit.VisitState.Writing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SpokenTextsTest {
    @Test
    void theFirstScreenSaysTheQuestionAndWhatEachButtonMeans() {
        assertThat(said("fi", new Asking()))
                .isEqualTo("Miten asiointi sujui tänään? Painike 1: Erinomaisesti. Painike 2: Hyvin."
                        + " Painike 3: Huonosti. Painike 4: Erittäin huonosti. Vastaat nimettömästi.");
    }

    @Test
    void aFingerOnAButtonHearsItsWord() {
        assertThat(said("en", new VisitState.Finger(4))).isEqualTo("Very badly");
    }

    @Test
    void aHeldButtonSaysWhatItMeansAndHowToHearMore() {
        Control.FaceOf face = new Control.FaceOf(2);
        VisitState held = state("en", new Asking()).over(Optional.of(new VisitState.Explaining(face, 8_000)));
        assertThat(SpokenTexts.of(held, Optional.of(face)))
                .startsWith("Well. A short press gives this answer.")
                .isEqualTo(SpokenTexts.of(held, Optional.empty()));
    }

    @Test
    void withoutAScreenNoSheetIsPromised() {
        Control.FaceOf face = new Control.FaceOf(2);
        VisitState held = state("en", new Asking()).over(Optional.of(new VisitState.Explaining(face, 8_000, false)));
        assertThat(SpokenTexts.of(held, Optional.empty())).isEqualTo("Well. A short press gives this answer.");
    }

    @Test
    void theFirstStepAfterAVoteSaysThatItIsSaved() {
        VisitState step = state("en", new Choosing(SpokenStates.SCALE, Set.of()));
        assertThat(said(step.voted(OptionalInt.of(2)))).startsWith("Thank you, your answer is saved. Would you");
        assertThat(said(step)).startsWith("Would you");
    }

    @Test
    void aPressThatIsThankedForSaysHowLongItCanBeTakenBack() {
        VisitState thanks = state("sv", new VisitState.Thanking(0));
        assertThat(said(thanks)).isEqualTo("Tack för din respons. Ditt svar är sparat.");
        assertThat(said(thanks.undo(Optional.of(new Undo(1_000, 6_000)))))
                .isEqualTo("Tack för din respons. Ditt svar är sparat."
                        + " Du kan ångra ditt svar i 5 sekunder: håll samma knapp nedtryckt.");
    }

    @Test
    void severalChoicesSayWhichAreChosen() {
        VisitState reasons = state("fi", new Choosing(SpokenStates.CHOICES, Set.of(2)));
        assertThat(said(reasons))
                .isEqualTo("Mikä meni pieleen? Voit valita monta. Jonotus, ei valittu; Henkilökunta, valittu."
                        + " Painike 1: edellinen. 2: seuraava. 3: valitse. 4: poistu.");
        assertThat(said(reasons, new Control.ChoiceOf(2))).isEqualTo("Henkilökunta, valittu");
    }

    @Test
    void aScaleSaysWhatItsEndsMean() {
        VisitState scale = state("en", new Choosing(SpokenStates.SCALE, Set.of()));
        assertThat(said(scale))
                .startsWith("Would you recommend us? Choose a number from zero to ten. 0, not at all. 10, gladly. ");
        assertThat(said(scale, new Control.ChoiceOf(0))).isEqualTo("0, not at all");
        assertThat(said(scale, new Control.ChoiceOf(7))).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a|a", "Ä|iso Ä", "' '|Välilyönti", ",|pilkku", "%|prosentti", "@|ät-merkki", "7|7"})
    void aKeyIsSaidByItsName(String key, String name) {
        assertThat(said(state("fi", new Writing(SpokenStates.COMMENT, Draft.EMPTY)), new Control.Key(key)))
                .isEqualTo(name);
    }

    @Test
    void shiftSaysWhetherItIsOnAndSignsSayTheWayBack() {
        VisitState capitals = state("fi", new Writing(SpokenStates.COMMENT, new Draft("", true, false)));
        VisitState signs = state("fi", new Writing(SpokenStates.COMMENT, new Draft("A", false, true)));
        assertThat(said(capitals, new Control.Simple(Act.SHIFT))).isEqualTo("Isot kirjaimet, Päällä");
        assertThat(said(signs, new Control.Simple(Act.SHIFT))).isEqualTo("Isot kirjaimet, Pois");
        assertThat(said(capitals, new Control.Simple(Act.SIGNS))).isEqualTo("Numerot ja merkit");
        assertThat(said(signs, new Control.Simple(Act.SIGNS))).isEqualTo("Kirjaimet");
    }

    @Test
    void anEmptyCommentIsAskedForAndAWrittenOneIsReadBack() {
        assertThat(said("en", new Writing(SpokenStates.COMMENT, Draft.EMPTY)))
                .startsWith("What shall we know? Please, no names or health matters. Button 1");
        assertThat(said("en", new Writing(SpokenStates.COMMENT, new Draft("Warm soup ", false, false))))
                .startsWith("You have written: Warm soup. Button 1");
    }

    @Test
    void whatWasMaskedIsSaidAsHidden() {
        Draft draft = new Draft("Call 040 123 4567.", false, false);
        assertThat(said("en", new Reviewing(SpokenStates.COMMENT, draft, "Call " + MaskRule.MASK + ".")))
                .startsWith("We have hidden some of your message. This is how it will be saved: Call hidden. Button")
                .doesNotContain("4567");
    }

    @Test
    void theWarningSaysHowManySecondsAreLeft() {
        VisitState warned = state("en", new Asking()).over(Optional.of(new VisitState.StillThere(3_000, 23_000)));
        assertThat(said(warned)).contains("within 20 seconds");
    }

    @Test
    void helpSaysWhatIsOnAndHowLoudItIs() {
        VisitState sheet = state("fi", new Asking())
                .comfort(new Comfort(true, false, false, true, -2))
                .over(Optional.of(new VisitState.ComfortSheet()));
        assertThat(said(sheet)).startsWith("Teksti, ääni ja kieli. Painike 1: edellinen.");
        assertThat(said(sheet, new Control.ToggleOf(Toggle.LARGE))).isEqualTo("Iso teksti, Päällä");
        assertThat(said(sheet, new Control.ToggleOf(Toggle.CALM))).isEqualTo("Ei liikettä, Pois");
        assertThat(said(sheet, new Control.Simple(Act.QUIETER))).isEqualTo("Hiljempaa, taso 1 viidestä");
    }

    @Test
    void eachLanguageIsOfferedInItsOwnVoice() {
        VisitState state = state("fi", new Asking());
        Control russian = new Control.LanguageOf("ru");
        assertThat(SpokenTexts.language(state, Optional.of(russian))).isEqualTo("ru");
        assertThat(said(state, russian)).isEqualTo("Русский");
        assertThat(said(state, new Control.LanguageOf("fi"))).isEqualTo("Suomi, valittu");
        assertThat(SpokenTexts.language(state, Optional.empty())).isEqualTo("fi");
    }

    @Test
    void noDigitOfAPinAndNoFigureOfStaffIsSaid() {
        VisitState asked = state("fi", new VisitState.PinAsked(2, false, 0));
        assertThat(said(asked)).isEmpty();
        assertThat(said(asked, new Control.Digit(7))).isEmpty();
    }

    @Test
    void aScreenWithNothingToSayIsSilent() {
        assertThat(said("fi", new VisitState.Saving(3))).isEmpty();
        assertThat(said("fi", new VisitState.Sleeping())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySignOfEveryKeyboardHasAName(String language) {
        VisitState writing = state(language, new Writing(SpokenStates.COMMENT, Draft.EMPTY));
        for (String typed : SpokenStates.LANGUAGES) {
            for (boolean signs : new boolean[] {false, true}) {
                Keyboard.of(typed, new Draft("", false, signs)).rows().stream()
                        .flatMap(List::stream)
                        .filter(key -> !Character.isLetterOrDigit(key.codePointAt(0)))
                        .forEach(key -> assertThat(said(writing, new Control.Key(key)))
                                .as(key)
                                .hasSizeGreaterThan(1));
            }
        }
    }

    static List<String> languages() {
        return SpokenStates.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everythingIsSaidInEveryLanguage(String language) {
        Set<String> said = new HashSet<>(SpokenStates.texts(language));
        assertThat(said)
                .hasSizeGreaterThan(80)
                .allSatisfy(text -> assertThat(text)
                        .isEqualTo(text.strip())
                        .doesNotContain("{", "\u00AD", "  ", ". .", "?.", ":."));
        if (!language.startsWith("fi")) {
            assertThat(said.stream().filter(text -> text.contains(" ")))
                    .doesNotContainAnyElementsOf(SpokenStates.texts("fi"));
        }
    }

    private static VisitState state(String language, Phase phase) {
        return SpokenStates.state(language, phase);
    }

    private static String said(String language, Phase phase) {
        return said(state(language, phase));
    }

    private static String said(VisitState state) {
        return SpokenTexts.of(state, Optional.empty());
    }

    private static String said(VisitState state, Control control) {
        return SpokenTexts.of(state, Optional.of(control));
    }
}
