package hymio.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IconTest {
    @ParameterizedTest
    @EnumSource(Icon.class)
    void eachIsNamedInSmallLettersAndStaysInItsSquare(Icon icon) throws Exception {
        String word = icon.name().toLowerCase(Locale.ROOT);
        assertThat(Icon.of(Optional.of(word))).contains(icon);
        Bounds bounds = Fx.on(() -> icon.at(0, 0, 48, Color.BLACK).getBoundsInParent());
        assertThat(Math.max(bounds.getMaxX(), -bounds.getMinX())).isBetween(8.0, 24.5);
        assertThat(Math.max(bounds.getMaxY(), -bounds.getMinY())).isBetween(3.0, 24.5);
    }

    @Test
    void anUnknownWordHasNone() {
        assertThat(Icon.of(Optional.of("STAFF"))).isEmpty();
        assertThat(Icon.of(Optional.of("no-such"))).isEmpty();
        assertThat(Icon.of(Optional.empty())).isEmpty();
    }
}
