package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.Limits;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is masked of a comment. Identity codes here are made up, in DVV's range for such (900–999). */
class MaskRuleTest {
    private static final String CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final String HOSTILE = "0123456789 0+-.()@aA•\u00A0:/,–\u0663🙂";

    private static String code(String date, char sign, int number) {
        long all = Long.parseLong(date) * 1_000 + number;
        return date + sign + "%03d".formatted(number) + CHECKS.charAt((int) (all % 31));
    }

    private static void hidden(String text) {
        assertThat(MaskRule.masked("Hei " + text + ", kiitos")).as(text).isEqualTo("Hei •••, kiitos");
        assertThat(MaskRule.masked(text)).as(text).isEqualTo("•••");
    }

    private static void kept(String text) {
        assertThat(MaskRule.masked(text)).isSameAs(text);
        assertThat(MaskRule.masked("Hei " + text + ", kiitos")).isEqualTo("Hei " + text + ", kiitos");
    }

    @Test
    void identityCodesOfEveryCenturySignAreMasked() {
        for (char sign : "+-YXWVUABCDEF".toCharArray()) {
            for (int number = 900; number <= 999; number++) {
                hidden(code("290296", sign, number));
            }
        }
    }

    @Test
    void aSlipOfTheFingerInTheCheckCharacterHidesNobody() {
        for (int i = 0; i < CHECKS.length(); i++) {
            hidden("131052-905" + CHECKS.charAt(i));
        }
    }

    @Test
    void identityCodesAreMaskedHoweverTheyAreWritten() {
        String code = code("131052", '-', 905);
        char check = code.charAt(10);
        hidden(code.toLowerCase(Locale.ROOT));
        hidden(code("131005", 'A', 905).toLowerCase(Locale.ROOT));
        hidden("131052 - 905" + check);
        hidden("13 10 52 - 905 " + check);
        hidden("13.10.52-905" + check);
        hidden("131052–905" + check);
        hidden("131052−905" + check);
        hidden("131052 905" + check);
        hidden("131052905" + check);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "321052-905B", // no such day
                "131352-905B", // no such month
                "290200-905B", // 1900 was no leap year
                "131052-90",
                "131052G905B",
                "24.12.25 - 150 G", // in pieces, and G is the check character of nobody
                "1131052-905B",
                "131052-905BB"
            })
    void whatIsNoDayOrTooLongIsNoIdentityCode(String text) {
        kept(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "040 123 4567",
                "0401234567",
                "040-1234567",
                "040-123 4567",
                "0400 123 456",
                "050 12 34 567",
                "09-123 456",
                "09 1234567",
                "(09) 123 456",
                "(040) 1234567",
                "019 123 4567",
                "+358 40 123 4567",
                "+358401234567",
                "+358 (0)40 123 4567",
                "+358-40-1234567",
                "+358.40.123.4567",
                "00358 40 123 4567",
                "+46 70-123 45 67",
                "+372 5123 4567",
                "+1 (555) 123-4567",
                "0045 12 34 56 78",
                "040–123–4567",
                "040\u00A0123\u00A04567",
                "٠٤٠ ١٢٣ ٤٥٦٧"
            })
    void phoneNumbersAreMasked(String text) {
        hidden(text);
    }

    @Test
    void aNumberIsFoundAmongOtherThings() {
        assertThat(MaskRule.masked("puh.0401234567!")).isEqualTo("puh.•••!");
        assertThat(MaskRule.masked("Paikka 5 040 1234567")).isEqualTo("Paikka 5 •••");
        assertThat(MaskRule.masked("klo 8-16, 040 1234567")).isEqualTo("klo 8-16, •••");
        assertThat(MaskRule.masked("040 1234567 / 050 7654321")).isEqualTo("••• / •••");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026",
                "vuosina 1995-2026",
                "22.11.2026",
                "01.02.2026",
                "01-02-2026",
                "2026-11-22",
                "klo 8-16",
                "08-16",
                "09-16 10-14",
                "08.00-16.00",
                "08:00–16:30",
                "0800-1630",
                "24/7",
                "0,50 €",
                "19,90 €",
                "1 000 000 €",
                "hylly 84.2",
                "84.2031 SAL",
                "00100 Helsinki",
                "00100 00120 00130",
                "33100 Tampere",
                "112",
                "020202",
                "116 117",
                "978-952-04-1234-5",
                "951-0-12345-6",
                "5 kertaa 10:stä",
                "+20",
                "A4"
            })
    void whatNamesNobodyIsKept(String text) {
        kept(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "etu.suku@example.fi",
                "ETU@EXAMPLE.COM",
                "etu+kirjasto@sub.example.co.uk",
                "öljy.äijä@esimerkki.fi",
                "etu@gmail",
                "etu @ example.fi",
                "etu@ example.fi",
                "0401234567@example.fi",
                "etu@example.fi."
            })
    void mailAddressesAreMasked(String text) {
        String dot = text.endsWith(".") ? "." : "";
        assertThat(MaskRule.masked(text)).isEqualTo("•••" + dot);
        assertThat(MaskRule.masked("Osoite: " + text + " Kiitos")).isEqualTo("Osoite: •••" + dot + " Kiitos");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "@kirjasto", "nähdään @ kirjasto", "3@5", "a@", "hinta @ 5 €"})
    void anAtSignAloneIsNoAddress(String text) {
        kept(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a@bc.fi@de.fi | •••@de.fi",
                "250190-905A040 1234567 | ••••••",
                "Olen 131052-905B, 040 1234567, a@bc.fi | Olen •••, •••, •••"
            })
    void severalThingsAreEachMasked(String text, String masked) {
        assertThat(MaskRule.masked(text)).isEqualTo(masked);
    }

    @Test
    void maskedTwiceIsMaskedOnceAndNeverLonger() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            String text = random(random, 1 + random.nextInt(60));
            String masked = MaskRule.masked(text);
            assertThat(MaskRule.masked(masked)).as(text).isEqualTo(masked);
            assertThat(masked.length()).as(text).isLessThanOrEqualTo(text.length());
        }
    }

    @Test
    void textWithoutDigitsOrAtSignIsKept() {
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            String text = random(random, random.nextInt(80)).replaceAll("[\\p{Nd}@]", "");
            assertThat(MaskRule.masked(text)).isEqualTo(text);
        }
    }

    private static String random(Random random, int length) {
        return IntStream.range(0, length)
                .mapToObj(unused -> HOSTILE.codePointAt(
                        HOSTILE.offsetByCodePoints(0, random.nextInt(HOSTILE.codePointCount(0, HOSTILE.length())))))
                .map(Character::toString)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0 ",
                "08-16 ",
                "@",
                "a@",
                "a@b",
                "a@bc ",
                "+0",
                "13.10.52-905",
                "131052 ",
                "(0)",
                ".",
                "00 1 ",
                "05 "
            })
    void aHostileCommentTakesNoLongerThanAnother(String piece) {
        String longest = piece.repeat(Limits.COMMENT).substring(0, Limits.COMMENT);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 20; i++) {
                MaskRule.masked(longest);
            }
        });
    }
}
