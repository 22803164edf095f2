package hymio.kiosk.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpokenTextTest {
    @Test
    void whatIsForTheEyeIsNotSpoken() {
        assertThat(SpokenText.of("asiakas\u00adpalvelu\u200f on\u200b auki")).isEqualTo("asiakaspalvelu on auki");
    }

    @Test
    void controlCharactersAndPhonemesAreNoCommands() {
        assertThat(SpokenText.of("Hei\u0001 50P\u0000\n\t[[h@l'oU]] moi\u007f")).isEqualTo("Hei 50P h@l'oU moi");
    }

    @Test
    void quotesDashesAndOtherScriptsStay() {
        assertThat(SpokenText.of(" -v en \"hyvä\" – ’ei’ <break/> спасибо شكرا 😀 "))
                .isEqualTo("-v en \"hyvä\" – ’ei’ <break/> спасибо شكرا 😀");
    }

    @Test
    void longTextEndsWithItsLastWholeSentence() {
        String sentence = "Näin sanoi hän. ";
        String text = sentence.repeat(100);

        String spoken = SpokenText.of(text);

        assertThat(spoken).endsWith("sanoi hän.").hasSizeBetween(980, 1_000);
    }

    @Test
    void sentenceThatJustFitsIsKept() {
        String text = "a".repeat(999) + ". Toinen.";

        assertThat(SpokenText.of(text)).isEqualTo("a".repeat(999) + ".");
    }

    @Test
    void numberWithAPointIsNoSentence() {
        assertThat(SpokenText.of("1.5 ".repeat(400))).endsWith("1.5").hasSizeBetween(990, 1_000);
    }

    @Test
    void longTextWithoutSentencesEndsBetweenWordsOrAnywhere() {
        assertThat(SpokenText.of("sana ".repeat(300))).endsWith("sana").hasSizeLessThanOrEqualTo(1_000);
        assertThat(SpokenText.of("x".repeat(10_000))).hasSize(1_000);
    }

    @Test
    void cutNeverLeavesHalfACharacter() {
        assertThat(SpokenText.of("x" + "😀".repeat(5_000))).isEqualTo("x" + "😀".repeat(499));
    }

    @Test
    void nothingToSayIsEmpty() {
        assertThat(SpokenText.of(" \u00ad\n\u0001[] ")).isEmpty();
    }
}
