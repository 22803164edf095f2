package hymio.kiosk.screen;

import hymio.kiosk.visit.VisitState;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Finger;
import hymio.kiosk.visit.VisitState.Saving;
import hymio.kiosk.visit.VisitState.Sorry;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.wire.Question;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Draws the visit at whatever size it is given and hears the finger. What is touched is decided by where, not by which
 * node the toolkit names: a touch screen may name the one touched before. JavaFX thread only.
 */
final class VisitPane extends Pane {
    /** A pressed face is shown at least this long, however fast the disk: the visitor sees what was pressed. */
    private static final Duration PRESSED = Face.RING.add(Duration.millis(100));

    /** What the picture of a question depends on. */
    private record Asked(Frame frame, String place, Question question, String language) {}

    private final Theme theme;
    private final boolean calm;
    private final Function<String, String> placeIn;
    private final Hands hands;
    private final PauseTransition pressed = new PauseTransition(PRESSED);

    private @Nullable VisitState state;
    private @Nullable View view;
    private @Nullable Asked asked;
    private @Nullable AskingView asking;

    /** @param placeIn language → name of the place */
    VisitPane(Theme theme, boolean calm, Function<String, String> placeIn, Hands hands) {
        this.theme = theme;
        this.calm = calm;
        this.placeIn = placeIn;
        this.hands = hands;
        setBackground(Background.fill(theme.paper()));
        pressed.setOnFinished(unused -> draw());
        widthProperty().addListener(unused -> draw());
        heightProperty().addListener(unused -> draw());
        setOnMousePressed(this::touched);
    }

    void show(VisitState next) {
        boolean newPress = next.phase() instanceof Saving && !(state != null && state.phase() instanceof Saving);
        state = next;
        if (newPress) {
            draw();
            pressed.playFromStart();
        } else if (pressed.getStatus() != PauseTransition.Status.RUNNING) {
            draw();
        }
    }

    private void touched(MouseEvent event) {
        if (view != null && event.getButton() == MouseButton.PRIMARY) {
            double shrink = Frame.shrink(getWidth(), getHeight());
            touched(view, event.getX() / shrink, event.getY() / shrink);
        }
    }

    private void touched(View shown, double x, double y) {
        shown.spots().stream()
                .filter(spot -> spot.target().contains(x, y))
                .findFirst()
                .ifPresentOrElse(spot -> hands.touched(spot.control()), hands::touchedBeside);
    }

    private void draw() {
        if (state == null || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        view = view(state);
        double shrink = Frame.shrink(getWidth(), getHeight());
        view.node().getTransforms().setAll(new Scale(shrink, shrink));
        getChildren().setAll(view.node());
    }

    private View view(VisitState shown) {
        Frame frame = Frame.of(getWidth(), getHeight());
        String place = placeIn.apply(shown.language());
        ScreenTexts texts = ScreenTexts.in(shown.language());
        return switch (shown.phase()) {
            case Asking unused -> asking(frame, place, shown, 0);
            case Finger finger -> asking(frame, place, shown, finger.option());
            case Saving saving -> asking(frame, place, shown, saving.option());
            case Thanking unused -> MessageView.thanks(frame, theme, place, texts);
            case Sorry unused -> MessageView.sorry(frame, theme, place, texts);
            default -> MessageView.thanks(frame, theme, place, texts);
        };
    }

    /** Keeps the picture of the question from visit to visit: a press must not wait for text to be measured. */
    private AskingView asking(Frame frame, String place, VisitState shown, int button) {
        Question question = shown.questionnaire().questions().getFirst();
        Asked now = new Asked(frame, place, question, shown.language());
        AskingView drawn = asking;
        if (drawn == null || !now.equals(asked)) {
            drawn = new AskingView(AskingLayout.of(frame, place, question, shown.language()), theme, hands);
            asking = drawn;
            asked = now;
        }
        drawn.press(button, calm);
        return drawn;
    }
}
