package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Controls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** A view that is put together piece by piece. JavaFX thread only. */
final class Board implements View {
    /** How a knob looks. */
    enum Look {
        /** An outline. */
        PLAIN,
        /** Filled with ink: chosen, or what most people want next. */
        FILLED
    }

    private final Sight sight;
    private final Group node = new Group();
    private final List<Spot> spots = new ArrayList<>();

    Board(Sight sight) {
        this.sight = sight;
    }

    /** What the step offers, whatever lies over it. */
    List<Control> controls() {
        return Controls.of(sight.state().over(Optional.empty()));
    }

    void add(Node piece) {
        node.getChildren().add(piece);
    }

    /** The name of the place and the logo. */
    void header() {
        Header.of(sight).draw(sight).forEach(this::add);
    }

    void text(Placed placed, Color color) {
        add(sight.text(placed, color));
    }

    /** Something to press that is drawn elsewhere, where it stands whatever the language's direction. */
    void spot(Control control, Rectangle2D target) {
        spots.add(new Spot(control, target));
    }

    /**
     * A button with round ends and its label in the middle.
     *
     * @param shape as drawn, laid out from left to right
     * @param target what a finger may press, laid out from left to right
     */
    void knob(Control control, Rectangle2D shape, Rectangle2D target, Block label, Look look) {
        knob(control, shape, target, label, look, 0);
    }

    /** @param below room that something else takes inside the button at its bottom, pixels */
    void knob(Control control, Rectangle2D shape, Rectangle2D target, Block label, Look look, double below) {
        Rectangle2D box = sight.at(shape);
        Theme theme = sight.theme();
        Rectangle outline = new Rectangle(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        double arc = Math.min(box.getHeight(), sight.frame().mm(12));
        outline.setArcWidth(arc);
        outline.setArcHeight(arc);
        outline.setFill(look == Look.FILLED ? theme.ink() : theme.paper());
        outline.setStroke(theme.ink());
        outline.setStrokeWidth(2);
        double top = box.getMinY() + (box.getHeight() - below - label.height()) / 2;
        Color color = look == Look.FILLED ? theme.paper() : theme.ink();
        Group group = new Group(outline, label.at(box.getMinX() + box.getWidth() / 2, top, 0.5, color));
        group.setAccessibleRole(AccessibleRole.BUTTON);
        group.setAccessibleText(label.text());
        add(group);
        spot(control, sight.at(target));
    }

    @Override
    public Node node() {
        return node;
    }

    /** In the order in which buttons step through them, whatever the order of drawing. */
    @Override
    public List<Spot> spots() {
        List<Control> order = Controls.of(sight.state());
        return spots.stream()
                .sorted(Comparator.comparingInt(spot -> order.indexOf(spot.control())))
                .toList();
    }
}
