package hymio.wire;

import static hymio.wire.Samples.FACES;
import static hymio.wire.Samples.LOOK;
import static hymio.wire.Samples.assertRefused;
import static hymio.wire.Samples.json;
import static hymio.wire.Samples.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookTest {
    private static final String JSON = json(LOOK);

    /** Known pairs: black on white by definition, and the grey that WCAG's authors name as the lightest that passes. */
    @Test
    void contrastIsThatOfWcag() {
        assertThat(Contrast.of("x", "#000000", "#FFFFFF")).isCloseTo(21, within(1e-9));
        assertThat(Contrast.of("x", "#ffffff", "#FFFFFF")).isEqualTo(1);
        assertThat(Contrast.of("x", "#767676", "#FFFFFF")).isCloseTo(4.54, within(0.01));
        assertThat(Contrast.of("x", "#FFFFFF", "#767676")).isEqualTo(Contrast.of("x", "#767676", "#FFFFFF"));
        assertThat(Contrast.of("x", "#FF0000", "#FFFFFF")).isCloseTo(4.0, within(0.01));
    }

    @Test
    void lookReadsBackEqualWithAndWithoutLogo() {
        assertThat(Samples.read(JSON, Look.class)).isEqualTo(LOOK);
        assertThat(JSON).doesNotContain("logo");
        String logo = JSON.replaceFirst("}$", ",\"logo\":\"" + png(200, 80, 100) + "\"}");
        assertThat(Samples.read(logo, Look.class).logo()).contains(png(200, 80, 100));
    }

    @ParameterizedTest
    @CsvSource({
        "#14213D,#777777,'ink has a contrast of 4.2:1 on paper; it needs 4.5:1'",
        "#5B6478,#7A7A7A,'muted has a contrast of 4.0:1 on paper; it needs 4.5:1'",
        "#8A6100,#F2C14E,'faces[2] has a contrast of 1.5:1 on paper; it needs 3.0:1'",
        "#FFFFFF,#00695C,'features has a contrast of 1.0:1 on faces[0]; it needs 3.0:1'",
        "#FBF9F4,white,paper must be a colour such as #14213D",
        "#14213D,#14213,ink must be a colour such as #14213D",
        "#FFFFFF,#FFFFFG,features must be a colour such as #14213D",
        "#9F1239,'#9F1239 ','faces[4] must be a colour such as #14213D'",
    })
    void whatCannotBeReadIsRefusedWithTheReason(String good, String bad, String reason) {
        assertRefused(JSON.replace(good, bad), Look.class, reason);
    }

    @Test
    void reasonIsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("fi-FI"));
        try {
            assertRefused(JSON.replace("#14213D", "#777777"), Look.class, "ink has a contrast of 4.2:1");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void thereAreFiveFaces() {
        String four = json(FACES.subList(0, 4));
        assertRefused(JSON.replace(json(FACES), four), Look.class, "faces (count) must be from 5 to 5");
        assertRefused(JSON.replace(json(FACES), "[null]"), Look.class, "");
        assertRefused(JSON.replaceFirst("\"ink\":\"[^\"]*\",", ""), Look.class, "The field ink is missing");
    }

    @Test
    void logoIsASmallPng() {
        for (String logo : List.of("", "AAAA", png(10, 10, 0).replace('i', 'j'), "iVBORw0KGgo=")) {
            assertRefused(withLogo(logo), Look.class, "logo");
        }
        assertRefused(withLogo("*".repeat(80)), Look.class, "logo must be base64");
        assertRefused(withLogo("/9j/" + "A".repeat(80)), Look.class, "logo must be a PNG");
        assertRefused(withLogo(png(2_001, 10, 0)), Look.class, "logo (width in pixels) must be from 1 to 2000");
        assertRefused(withLogo(png(10, -1, 0)), Look.class, "logo (height in pixels) must be from 1 to 2000");
        assertRefused(withLogo(png(9, 9, 49_200)), Look.class, "logo (characters) must be from 1 to 65536");
        assertThat(Samples.read(withLogo(png(2_000, 1, 49_128)), Look.class).logo())
                .hasValueSatisfying(it -> assertThat(it).hasSize(Limits.LOGO));
    }

    private static String withLogo(String logo) {
        return JSON.replaceFirst("}$", ",\"logo\":\"" + logo + "\"}");
    }
}
