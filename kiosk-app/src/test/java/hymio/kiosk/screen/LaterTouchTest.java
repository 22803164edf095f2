package hymio.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Control.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A real pointer on the screens after the press and on those for staff. */
@ExtendWith(ApplicationExtension.class)
class LaterTouchTest {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 480;

    /** What is touched on which screen. */
    private static final Map<String, Control> TOUCHES = Map.of(
            "reasons", new Control.ChoiceOf(5),
            "scale", new Control.ChoiceOf(10),
            "writing", new Control.Key(" "),
            "reviewing", new Control.Simple(Act.CHANGE),
            "thanking-undo", new Control.Simple(Act.UNDO),
            "still-there", new Control.Simple(Act.STAY),
            "pin", new Control.Digit(7),
            "staff", new Control.Simple(Act.STAFF_BUTTONS));

    private Stage stage;

    @Start
    void open(Stage primary) {
        stage = primary;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en", "ar"})
    void aTouchIsTheControlUnderIt(String language, FxRobot robot) {
        Map<String, Shown> screens = Shown.later(language);
        List<String> expected = new ArrayList<>();
        SeenHands hands = new SeenHands();
        TOUCHES.forEach((name, control) -> {
            Point2D at = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> show(screens.get(name), hands, control));
            robot.moveTo(at).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
            expected.add(control.toString());
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(hands.seen).isEqualTo(expected);
    }

    /** Shows a screen in the window and says where on the display the middle of a control is. */
    private Point2D show(Shown shown, Hands hands, Control control) {
        ScreenSettings settings = new ScreenSettings(Theme.DAY, false, WIDTH, HEIGHT, true, 0);
        VisitPane pane = new VisitPane(settings, shown, hands);
        stage.setScene(new Scene(pane, WIDTH, HEIGHT));
        stage.show();
        pane.resize(WIDTH, HEIGHT);
        pane.show(shown.state());
        Rectangle2D target = pane.view().orElseThrow().spots().stream()
                .filter(spot -> spot.control().equals(control))
                .map(Spot::target)
                .findFirst()
                .orElseThrow();
        return pane.localToScreen(target.getMinX() + target.getWidth() / 2, target.getMinY() + target.getHeight() / 2);
    }
}
