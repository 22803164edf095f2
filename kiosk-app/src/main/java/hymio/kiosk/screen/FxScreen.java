package hymio.kiosk.screen;

import hymio.kiosk.visit.VisitState;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/**
 * The visitor's screen in a JavaFX window. Made and opened on the JavaFX thread; {@link #show} may be called from any
 * thread.
 */
public final class FxScreen implements VisitScreen {
    private final Stage stage;
    private final VisitPane pane;
    private final Hands hands;
    private final Keys keys = new Keys();

    /**
     * @param stage not shown yet
     * @param placeIn language → name of the place, at most 80 characters; asked at every picture, must not block
     */
    public FxScreen(Stage stage, Hands hands, ScreenSettings settings, Function<String, String> placeIn) {
        this.stage = stage;
        this.hands = hands;
        pane = new VisitPane(settings.theme(), settings.calm(), placeIn, hands);
        Scene scene = new Scene(
                pane, settings.width(), settings.height(), settings.theme().paper());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, this::keyReleased);
        stage.focusedProperty().addListener(unused -> keys.allReleased(button -> hands.key(button, false)));
        stage.setTitle("Hymiö");
        stage.setScene(scene);
        if (settings.fullScreen()) {
            coverDisplay(scene);
        }
    }

    /** No key leaves full screen: a visitor must not get behind it. */
    private void coverDisplay(Scene scene) {
        scene.setCursor(Cursor.NONE);
        stage.initStyle(StageStyle.UNDECORATED);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreen(true);
        // Without a window manager full screen is only a wish.
        Rectangle2D display = Screen.getPrimary().getBounds();
        stage.setX(display.getMinX());
        stage.setY(display.getMinY());
        stage.setWidth(display.getWidth());
        stage.setHeight(display.getHeight());
    }

    /** Shows the window. */
    public void open() {
        stage.show();
        stage.requestFocus();
    }

    @Override
    public void show(VisitState state) {
        Platform.runLater(() -> pane.show(state));
    }

    private void keyPressed(KeyEvent event) {
        int button = keys.pressed(event.getCode());
        if (button != Keys.NONE) {
            hands.key(button, true);
        }
        event.consume();
    }

    private void keyReleased(KeyEvent event) {
        int button = keys.released(event.getCode());
        if (button != Keys.NONE) {
            hands.key(button, false);
        }
        event.consume();
    }
}
