package hymio.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThemeTest {
    static Stream<Theme> themes() {
        return Stream.of(Theme.DAY, Theme.NIGHT, Theme.CONTRAST, Theme.of(Samples.town()));
    }

    @ParameterizedTest
    @MethodSource("themes")
    void textStandsOutFromWhatIsBehindIt(Theme theme) {
        assertThat(contrast(theme.ink(), theme.paper())).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(theme.muted(), theme.paper())).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void facesStandOutFromPaperAndFeaturesFromFaces(Theme theme) {
        assertThat(theme.moods()).hasSize(5).doesNotHaveDuplicates().allSatisfy(mood -> {
            assertThat(contrast(mood, theme.paper())).isGreaterThanOrEqualTo(3);
            assertThat(contrast(theme.features(), mood)).isGreaterThanOrEqualTo(3);
        });
    }

    @Test
    void contrastIsAsStrongAsItCanBe() {
        assertThat(contrast(Theme.CONTRAST.ink(), Theme.CONTRAST.paper())).isEqualTo(21);
        assertThat(contrast(Theme.CONTRAST.muted(), Theme.CONTRAST.paper())).isEqualTo(21);
    }

    @Test
    void theSleepingScreenCanBeRead() {
        assertThat(contrast(Theme.ASLEEP, Color.BLACK)).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void measuresContrastAsTheStandardDoes() {
        assertThat(contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(contrast(Color.web("#777777"), Color.WHITE)).isBetween(4.47, 4.48);
    }

    @Test
    void anUnknownThemeIsNamed() {
        assertThatThrownBy(() -> Theme.named("dusk")).hasMessageContaining("dusk");
    }

    /** Contrast ratio of WCAG 2.2, from 1 to 21. */
    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
