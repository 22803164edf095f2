package hymio.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Draft;
import hymio.kiosk.visit.Keyboard;
import hymio.wire.Question;
import hymio.wire.Questionnaire;
import java.awt.Font;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTextsTest {
    @Test
    void everyLanguageHasEveryText() {
        assertThat(ScreenTexts.in("sv").keys()).isEqualTo(ScreenTexts.in("fi").keys());
        assertThat(ScreenTexts.in("en").keys()).isEqualTo(ScreenTexts.in("fi").keys());
    }

    @Test
    void speaksTheLanguageAskedFor() {
        assertThat(ScreenTexts.in("fi").thanks()).isEqualTo("Kiitos palautteesta");
        assertThat(ScreenTexts.in("sv").thanks()).isEqualTo("Tack för din respons");
        assertThat(ScreenTexts.in("en").thanks()).isEqualTo("Thank you for your feedback");
    }

    @Test
    void fallsBackToTheBaseLanguageThenToFinnish() {
        assertThat(ScreenTexts.in("sv-simple").anonymous())
                .isEqualTo(ScreenTexts.in("sv").anonymous());
        assertThat(ScreenTexts.in("xx").anonymous())
                .isEqualTo(ScreenTexts.in("fi").anonymous());
    }

    @Test
    void neverShouts() {
        assertThat(allTexts()).noneMatch(text -> text.contains("!") || text.contains("…"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Inter-Regular.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf"})
    void theFontHasEveryLetterOfEveryText(String file) throws Exception {
        try (InputStream in = ScreenTexts.class.getResourceAsStream(file)) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, in);
            assertThat(allTexts())
                    .allSatisfy(text -> assertThat(missing(font, text)).isEmpty());
            assertThat(missing(font, "ÁÂČĐŊŠŦŽáâčđŋšŧžǤǥǦǧǨǩƷʒǮǯÕõ АБВГҐЁЄЇЯабвгґёєїя"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "fi-simple", "sv", "en", "se", "ru", "uk", "ar", "so"})
    void everyLanguageOfferedHasItsLetters(String language) throws Exception {
        String script = language.equals("ar") ? "HymioArabic" : "Inter";
        Question question = Samples.WORLD.questions().getFirst();
        List<String> texts = new ArrayList<>(
                List.of(question.text().in(language), ScreenTexts.in("fi").nameOf(language), "0123456789 .,?!:;-()"));
        question.faces().forEach(word -> texts.add(word.in(language)));
        Keyboard.of(language, Draft.EMPTY).rows().forEach(texts::addAll);
        for (String weight : List.of("Regular", "Bold")) {
            try (InputStream in = ScreenTexts.class.getResourceAsStream(script + "-" + weight + ".ttf")) {
                Font font = Font.createFont(Font.TRUETYPE_FONT, in);
                assertThat(texts)
                        .allSatisfy(text -> assertThat(missing(font, text)).isEmpty());
            }
        }
    }

    @Test
    void arabicIsSetInItsOwnFontAndItsLettersAreJoined() {
        assertThat(Type.BOLD.at("العربية", 20).getName()).isEqualTo("Hymio Arabic Bold");
        assertThat(Type.REGULAR.at("العربية 12 Aula.", 20).getName()).isEqualTo("Hymio Arabic Regular");
        assertThat(ScreenTexts.class.getResource("HymioArabic-LICENSE.txt")).isNotNull();
        String apart = "ب\u200Cب\u200Cب"; // non-joiners between the letters
        assertThat(Type.REGULAR.width("ببب", 40)).isLessThan(0.9 * Type.REGULAR.width(apart, 40));
    }

    @Test
    void theFontComesWithTheApp() {
        assertThat(Type.REGULAR.at("a", 20).getName()).isEqualTo("Inter Regular");
        assertThat(Type.SEMIBOLD.at("a", 20).getName()).isEqualTo("Inter SemiBold");
        assertThat(Type.BOLD.at("a", 20).getName()).isEqualTo("Inter Bold");
        assertThat(ScreenTexts.class.getResource("Inter-LICENSE.txt")).isNotNull();
    }

    private static List<String> missing(Font font, String text) {
        return Wrap.plain(text)
                .codePoints()
                .filter(letter -> !font.canDisplay(letter))
                .mapToObj(Character::getName)
                .toList();
    }

    private static List<String> allTexts() {
        List<String> texts = new ArrayList<>();
        for (String language : ScreenTexts.COMPLETE) {
            ScreenTexts said = ScreenTexts.in(language);
            said.keys().stream().filter(key -> !key.equals("language.ar")).forEach(key -> texts.add(said.of(key)));
        }
        for (Question question : Questionnaire.BUILT_IN.questions()) {
            Stream.concat(Stream.of(question.text()), question.faces().stream())
                    .forEach(text -> texts.addAll(text.byLanguage().values()));
        }
        return texts;
    }
}
