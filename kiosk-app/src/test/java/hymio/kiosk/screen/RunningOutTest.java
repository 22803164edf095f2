package hymio.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.VisitState.Thanking;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class RunningOutTest {
    private static final double WHOLE = 196;

    @Test
    void theBarIsAsLongAsWhatIsLeft() throws Exception {
        assertThat(bar("fi", true, 0).getWidth()).isEqualTo(WHOLE);
        assertThat(bar("fi", true, 2_500).getWidth()).isEqualTo(WHOLE / 2);
        assertThat(bar("fi", true, 5_000).getWidth()).isZero();
        assertThat(bar("fi", true, 9_000).getWidth()).isZero();
    }

    @Test
    void itGlidesUnlessSomebodyWantsItCalm() throws Exception {
        Rectangle gliding = bar("fi", false, 0);
        Rectangle calm = bar("fi", true, 0);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> gliding.getWidth() < WHOLE - 1);
        assertThat(calm.getWidth() / WHOLE * 5).isCloseTo(Math.rint(calm.getWidth() / WHOLE * 5), within());
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> calm.getWidth() < WHOLE - 1);
        assertThat(calm.getWidth() / WHOLE * 5).isCloseTo(Math.rint(calm.getWidth() / WHOLE * 5), within());
    }

    @Test
    void itShrinksTowardsWhereTheLineBegins() throws Exception {
        assertThat(bar("fi", true, 2_500).getParent().getScaleX()).isEqualTo(1);
        assertThat(bar("ar", true, 2_500).getParent().getScaleX()).isEqualTo(-1);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }

    private static Rectangle bar(String language, boolean calm, long nowMillis) throws Exception {
        return Fx.on(() -> {
            Sight sight = new Sight(
                    Frame.of(800, 480),
                    Theme.DAY,
                    ScreenTexts.in(language),
                    Fx.state(LaterSteps.ALL, language, new Thanking(0)),
                    new Town("Aula", "", Optional.empty()),
                    new Motion(calm, nowMillis));
            Group both = (Group) RunningOut.in(new Rectangle2D(0, 0, WHOLE + 6, 20), sight, 0, 5_000);
            return (Rectangle) both.getChildren().get(1);
        });
    }
}
