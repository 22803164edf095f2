package hymio.kiosk.screen;

import hymio.kiosk.visit.VisitState;
import hymio.wire.Look;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.WindowEvent;

/**
 * The visitor's screen in a JavaFX window. Made and opened on the JavaFX thread; {@link #show} may be called from any
 * thread.
 */
public final class FxScreen implements VisitScreen {
    private static final Executor MINUTE = CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES, Platform::runLater);

    private final Stage stage;
    private final VisitPane pane;
    private final Hands hands;
    private final Keys keys = new Keys();

    /** @param stage not shown yet */
    public FxScreen(Stage stage, Hands hands, ScreenSettings settings, Surroundings around) {
        this.stage = stage;
        this.hands = hands;
        pane = new VisitPane(settings, around, hands);
        Scene scene = new Scene(
                pane, settings.width(), settings.height(), settings.theme().paper());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, this::keyReleased);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::keyTyped);
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
        stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, Event::consume);
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
        nextMinute();
    }

    /** A JavaFX timer would wake the processor at every pulse. */
    private void nextMinute() {
        MINUTE.execute(() -> {
            pane.minute();
            nextMinute();
        });
    }

    @Override
    public void look(Optional<Look> look) {
        Platform.runLater(() -> pane.look(look));
    }

    @Override
    public void show(VisitState state) {
        Platform.runLater(() -> pane.show(state));
    }

    private void keyPressed(KeyEvent event) {
        int button = pane.writing() ? Keys.NONE : keys.pressed(event.getCode());
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

    /** A real keyboard writes into the comment; everywhere else its digits are buttons. */
    private void keyTyped(KeyEvent event) {
        if (pane.writing()) {
            Keys.typed(event).ifPresent(hands::typed);
        }
        event.consume();
    }
}
