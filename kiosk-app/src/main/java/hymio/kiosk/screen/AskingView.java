package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.VisitState;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;

/** The question with its faces, waiting for a press or saving one. */
final class AskingView implements View {
    private static final int NONE = 0;

    private final Sight sight;
    private final AskingLayout layout;
    private final Hands hands;
    private final List<Face> faces = new ArrayList<>();
    private final Group node = new Group();
    private final List<Spot> spots = new ArrayList<>();
    private int sunk = NONE;

    static AskingView of(Sight sight, Hands hands) {
        AskingView view = new AskingView(sight, hands);
        view.draw();
        return view;
    }

    private AskingView(Sight sight, Hands hands) {
        this.sight = sight;
        this.hands = hands;
        layout = AskingLayout.of(sight);
    }

    private void draw() {
        Theme theme = sight.theme();
        node.getChildren().addAll(layout.header().draw(sight));
        node.getChildren().add(sight.text(layout.note(), theme.muted()));
        node.getChildren().add(sight.text(layout.question(), theme.ink()));
        drawFaces();
        layout.footer().strip().ifPresent(line -> node.getChildren().add(sight.text(line, theme.muted())));
        for (Footer.Pill pill : layout.footer().pills()) {
            node.getChildren().add(PillNode.of(sight, pill));
            spots.add(new Spot(pill.control(), pill.target()));
        }
    }

    private void drawFaces() {
        List<Mood> moods = Mood.of(layout.faces().size());
        for (int i = 0; i < moods.size(); i++) {
            FaceSpot spot = layout.faces().get(i);
            Control control = new Control.FaceOf(i + 1);
            Face face = new Face(spot, moods.get(i), sight.theme(), () -> hands.touched(control));
            faces.add(face);
            node.getChildren().addAll(face, spot.word().in(sight.theme().ink()));
            spots.add(new Spot(control, spot.target()));
        }
    }

    /** Every face rises. */
    AskingView rest() {
        return press(NONE);
    }

    /**
     * Sinks one face and lets every other rise.
     *
     * @param option 1 is the best face; {@link VisitState#ANY_FACE} sinks all alike, 0 none
     */
    AskingView press(int option) {
        if (option == sunk) {
            return this;
        }
        sunk = option;
        for (int i = 0; i < faces.size(); i++) {
            if (option == i + 1 || option == VisitState.ANY_FACE) {
                faces.get(i).sink(sight.calm());
            } else {
                faces.get(i).rise();
            }
        }
        return this;
    }

    /** The face that is sunk, {@link VisitState#ANY_FACE} or 0. */
    int sunk() {
        return sunk;
    }

    AskingLayout layout() {
        return layout;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Spot> spots() {
        return List.copyOf(spots);
    }
}
