package hymio.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.screen.Wrap.Break;
import hymio.kiosk.screen.Wrap.Lines;
import org.junit.jupiter.api.Test;

/** Each letter is one wide here. */
class WrapTest {
    @Test
    void keepsOnOneLineWhatFits() {
        assertThat(greedy("Erittäin huonosti", 17)).isEqualTo(lines(Break.SPACE, "Erittäin huonosti"));
    }

    @Test
    void breaksAtSpaces() {
        assertThat(greedy("Erittäin huonosti", 16)).isEqualTo(lines(Break.SPACE, "Erittäin", "huonosti"));
    }

    @Test
    void showsNoSoftHyphenWhereItDoesNotBreak() {
        assertThat(greedy("Erin\u00ADomaisesti", 13)).isEqualTo(lines(Break.SPACE, "Erinomaisesti"));
    }

    @Test
    void showsAHyphenWhereItBreaksInAWord() {
        assertThat(greedy("Erin\u00ADomaisesti", 12)).isEqualTo(lines(Break.HYPHEN, "Erin-", "omaisesti"));
    }

    @Test
    void leavesRoomForTheHyphen() {
        assertThat(greedy("tieto\u00ADkone\u00ADkauppa", 9))
                .isEqualTo(lines(Break.HYPHEN, "tieto-", "kone-", "kauppa"));
        assertThat(greedy("tieto\u00ADkone\u00ADkauppa", 10)).isEqualTo(lines(Break.HYPHEN, "tietokone-", "kauppa"));
    }

    @Test
    void movesAWordToTheNextLineRatherThanBreakingIt() {
        assertThat(greedy("tosi erin\u00ADomaisesti", 13)).isEqualTo(lines(Break.SPACE, "tosi", "erinomaisesti"));
    }

    @Test
    void breaksAfterAHyphenOfTheWordWithoutASecondOne() {
        assertThat(greedy("Keski-Pohjanmaan", 12)).isEqualTo(lines(Break.HYPHEN, "Keski-", "Pohjanmaan"));
    }

    @Test
    void goesOnAfterABrokenWordOnTheSameLine() {
        assertThat(greedy("Erin\u00ADomaisesti se", 12)).isEqualTo(lines(Break.HYPHEN, "Erin-", "omaisesti se"));
    }

    @Test
    void breaksBetweenLettersWhenNothingElseIsLeft() {
        assertThat(greedy("epäjärjestys", 5)).isEqualTo(lines(Break.LETTER, "epäjä", "rjest", "ys"));
    }

    @Test
    void keepsAnAccentWithItsLetter() {
        assertThat(greedy("a\u0308a\u0308a\u0308", 3).lines()).containsExactly("a\u0308", "a\u0308", "a\u0308");
    }

    @Test
    void balancesLinesSoThatNoWordIsLeftAlone() {
        String text = "Miten asiointi sujui tänään kun tulit tänne";
        assertThat(greedy(text, 38).lines()).containsExactly("Miten asiointi sujui tänään kun tulit", "tänne");
        assertThat(Wrap.balanced(text, 38, String::length).lines())
                .containsExactly("Miten asiointi sujui", "tänään kun tulit tänne");
    }

    @Test
    void aTextOfSoftHyphensOnlyHasNoLines() {
        assertThat(Wrap.balanced("\u00AD", 10, String::length).lines()).isEmpty();
    }

    private static Lines greedy(String text, double width) {
        return Wrap.greedy(text, width, String::length);
    }

    private static Lines lines(Break worst, String... lines) {
        return new Lines(java.util.List.of(lines), worst);
    }
}
