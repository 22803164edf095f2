package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of the screen. */
class KeyboardTest {
    private static final Draft SMALL = new Draft("a", false, false);

    private static String all(String language, Draft draft) {
        return String.join(
                "",
                Keyboard.of(language, draft).rows().stream()
                        .flatMap(List::stream)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "fi, abcdefghijklmnopqrstuvwxyzåäö",
        "fi-simple, abcdefghijklmnopqrstuvwxyzåäö",
        "sv, abcdefghijklmnopqrstuvwxyzåäö",
        "en, abcdefghijklmnopqrstuvwxyz",
        "so, abcdefghijklmnopqrstuvwxyz",
        "se, abcdefghijklmnoprstuvzåäöáčđŋšŧž",
        "ru, абвгдежзийклмнопрстуфхцчшщъыьэюяё",
        "uk, абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        "ar, ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى"
    })
    void everyLetterOfALanguageHasItsKey(String language, String letters) {
        assertThat(all(language, SMALL)).contains(letters.split(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "se", "ru", "uk", "ar"})
    void noKeyStandsTwice(String language) {
        assertThat(all(language, SMALL).split("")).doesNotHaveDuplicates();
        assertThat(all(language, new Draft("", false, true)).split("")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"å, Å", "ŋ, Ŋ", "ё, Ё", "ї, Ї", "ب, ب", "-, -"})
    void shiftMakesCapitalsWhereThereAreSuch(String small, String capital) {
        assertThat(Keyboard.key(small, Draft.EMPTY)).isEqualTo(capital);
    }
}
