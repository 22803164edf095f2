package hymio.kiosk.screen;

import hymio.kiosk.visit.VisitState;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Over;
import hymio.kiosk.visit.VisitState.Saving;
import hymio.kiosk.visit.VisitState.Sleeping;
import hymio.kiosk.visit.VisitState.Writing;
import hymio.wire.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Draws the visit at whatever size it is given; {@link Touch} hears the finger. JavaFX thread only. */
final class VisitPane extends Pane {
    /** A pressed face is shown at least this long, however fast the disk: the visitor sees what was pressed. */
    private static final Duration PRESSED = Face.RING.add(Duration.millis(100));

    private static final long MINUTE_MILLIS = 60_000;
    /** Over a step that waits below a sheet. */
    private static final Color VEIL = Color.rgb(8, 12, 20, 0.6);

    private final ScreenSettings settings;
    private final Surroundings around;
    private final Views views;
    private final Group picture = new Group();
    private final Scale scale = new Scale();
    private final Translate shift = new Translate();
    private final PauseTransition pressed = new PauseTransition(PRESSED);

    private Theme theme;
    private Optional<Image> logo = Optional.empty();
    private @Nullable VisitState state;
    private @Nullable View view;
    private Rectangle2D name = Rectangle2D.EMPTY;

    VisitPane(ScreenSettings settings, Surroundings around, Hands hands) {
        this.settings = settings;
        this.around = around;
        views = new Views(hands);
        theme = settings.theme();
        picture.getTransforms().addAll(scale, shift);
        getChildren().add(picture);
        pressed.setOnFinished(unused -> draw());
        widthProperty().addListener(unused -> draw());
        heightProperty().addListener(unused -> draw());
        new Touch(this, hands, around::uptimeMillis).listen();
    }

    /**
     * A finger came down on a face that waits for a press. It sinks now, before the visit has heard of it: the eye is
     * quicker than two changes of threads. If the visit does not take the touch for a press, it rises again.
     */
    void sink(int option) {
        if (state != null && resting(state) && pressed.getStatus() != PauseTransition.Status.RUNNING) {
            views.sink(around.discreet() ? VisitState.ANY_FACE : option);
            pressed.playFromStart();
        }
    }

    void show(VisitState next) {
        boolean newPress = next.phase() instanceof Saving && !(state != null && state.phase() instanceof Saving);
        boolean takeBack = next.phase() instanceof Saving saving && saving.option() == 0;
        state = next;
        if (takeBack) {
            return; // what was thanked for stays until it is taken back
        }
        if (newPress) {
            if (!(next.phase() instanceof Saving saving && views.sunk(saving.option()))) {
                draw();
            }
            pressed.playFromStart();
        } else if (pressed.getStatus() != PauseTransition.Status.RUNNING) {
            draw();
        }
    }

    /** The town's own colours and logo; empty: the terminal's. */
    void look(Optional<Look> look) {
        theme = look.map(Theme::of).orElse(settings.theme());
        logo = look.flatMap(Look::logo).flatMap(Theme::image);
        draw();
    }

    /** A minute went by: a picture that nobody touches moves a little. */
    void minute() {
        if (state != null && (resting(state) || state.phase() instanceof Sleeping)) {
            draw();
        }
    }

    /** Whether a real keyboard writes into a comment now. */
    boolean writing() {
        return state != null && state.phase() instanceof Writing && state.over().isEmpty();
    }

    /** What is on the screen and can be touched. */
    Optional<View> view() {
        return Optional.ofNullable(view);
    }

    /** Where the name of the place is, for staff to hold. Nowhere while something lies over it. */
    Rectangle2D name() {
        return name;
    }

    /** A point of the window, in the frame that views are drawn in. */
    Point2D inFrame(double x, double y) {
        return picture.parentToLocal(x, y);
    }

    private static boolean resting(VisitState state) {
        return state.phase() instanceof Asking && state.over().isEmpty();
    }

    private void draw() {
        if (state == null || getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        VisitState shown = state;
        boolean large = shown.comfort().large();
        Frame whole = Frame.of(getWidth(), getHeight(), settings.panel(), large);
        double line = FocusRing.room(whole, shown);
        Sight sight = sight(shown, whole.lower(line));
        List<Node> pieces = new ArrayList<>();
        View step = views.step(sight);
        pieces.add(step.node());
        View top = shown.over().map(over -> over(sight, whole, over, pieces)).orElse(step);
        FocusRing.round(sight, top.spots()).ifPresent(pieces::add);
        if (line > 0) {
            pieces.add(FocusRing.line(sight, line));
        }
        view = top;
        name = shown.over().isPresent() ? Rectangle2D.EMPTY : Header.of(sight).target(sight);
        place(sight, pieces);
    }

    private void place(Sight sight, List<Node> pieces) {
        double shrink = Frame.shrink(getWidth(), getHeight());
        scale.setX(shrink);
        scale.setY(shrink);
        if (resting(sight.state())) {
            // Only then: a picture that moved under a finger would be painted whole, and the press seen 15 ms later.
            Point2D moved = BurnIn.shift(sight.motion().nowMillis() / MINUTE_MILLIS);
            shift.setX(moved.getX());
            shift.setY(moved.getY());
        }
        setBackground(Background.fill(
                sight.state().phase() instanceof Sleeping
                        ? Color.BLACK
                        : sight.theme().paper()));
        if (!picture.getChildren().equals(pieces)) {
            picture.getChildren().setAll(pieces);
        }
    }

    private View over(Sight sight, Frame whole, Over over, List<Node> pieces) {
        View sheet = views.over(sight, over);
        Rectangle veil = new Rectangle(0, 0, whole.width(), whole.height());
        veil.setFill(VEIL);
        pieces.add(veil);
        pieces.add(sheet.node());
        return sheet;
    }

    private Sight sight(VisitState shown, Frame frame) {
        String language = shown.language();
        Town town = new Town(around.place(language), around.strip(language), logo);
        Motion motion = new Motion(settings.calm() || shown.comfort().calm(), around.uptimeMillis());
        Theme colours = shown.comfort().contrast() ? Theme.CONTRAST : theme;
        return new Sight(frame, colours, ScreenTexts.in(language), shown, town, motion);
    }
}
