package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** The question with its faces, waiting for a press or saving one. */
final class AskingView implements View {
    private final AskingLayout layout;
    private final Hands hands;
    private final List<Face> faces = new ArrayList<>();
    private final Group node = new Group();
    private int sunk;

    AskingView(AskingLayout layout, Theme theme, Hands hands) {
        this.layout = layout;
        this.hands = hands;
        node.getChildren().add(layout.place().in(theme.muted()));
        node.getChildren().add(layout.question().in(theme.ink()));
        drawFaces(theme);
        layout.footer().pills().forEach(pill -> drawPill(pill, theme));
        node.getChildren().add(layout.footer().note().in(theme.muted()));
    }

    private void drawFaces(Theme theme) {
        List<Mood> moods = Mood.of(layout.faces().size());
        for (int i = 0; i < moods.size(); i++) {
            FaceSpot spot = layout.faces().get(i);
            int button = i + 1;
            Face face = new Face(spot, moods.get(i), theme, () -> hands.touched(new Control.FaceOf(button)));
            faces.add(face);
            node.getChildren().addAll(face, spot.word().in(theme.ink()));
        }
    }

    private void drawPill(Footer.Pill pill, Theme theme) {
        Color label = pill.chosen() ? theme.paper() : theme.ink();
        Rectangle shape = new Rectangle(
                pill.shape().getMinX(),
                pill.shape().getMinY(),
                pill.shape().getWidth(),
                pill.shape().getHeight());
        shape.setArcWidth(shape.getHeight());
        shape.setArcHeight(shape.getHeight());
        shape.setFill(pill.chosen() ? theme.ink() : theme.paper());
        shape.setStroke(theme.ink());
        shape.setStrokeWidth(2);
        double top = shape.getY() + (shape.getHeight() - pill.label().height()) / 2;
        Node text = pill.label().at(shape.getX() + shape.getWidth() / 2, top, 0.5, label);
        Group group = new Group(shape, text);
        group.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        group.setAccessibleText(pill.label().text());
        node.getChildren().add(group);
    }

    /**
     * Sinks one face and lets every other rise.
     *
     * @param button 1 is the best face; 0, or a button without a face, sinks none
     */
    void press(int button, boolean calm) {
        if (button == sunk) {
            return;
        }
        sunk = button;
        for (int i = 0; i < faces.size(); i++) {
            if (i + 1 == button) {
                faces.get(i).sink(calm);
            } else {
                faces.get(i).rise();
            }
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < layout.faces().size(); i++) {
            spots.add(new Spot(new Control.FaceOf(i + 1), layout.faces().get(i).target()));
        }
        layout.footer()
                .pills()
                .forEach(pill -> spots.add(new Spot(new Control.LanguageOf(pill.language()), pill.target())));
        return spots;
    }
}
