package hymio.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenLinesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "aa bb  cc ",
                "   a",
                "yhdyssanahirviö on tässä",
                "😀😀😀😀😀😀😀😀😀",
                "a          b"
            })
    void noLetterAndNoSpaceIsLost(String text) {
        List<String> lines = WrittenLines.of(text, 5, String::length);
        assertThat(String.join("", lines)).isEqualTo(text);
        assertThat(lines).allMatch(line -> line.stripTrailing().length() <= 5);
    }

    @Test
    void wordsStayWholeWhereTheyFit() {
        assertThat(WrittenLines.of("aa bbb cccccccc d", 6, String::length))
                .containsExactly("aa bbb ", "cccccc", "cc d");
    }

    @Test
    void aPairThatIsOneLetterIsNotSplit() {
        assertThat(WrittenLines.of("a😀😀", 2, String::length)).containsExactly("a", "😀", "😀");
    }
}
