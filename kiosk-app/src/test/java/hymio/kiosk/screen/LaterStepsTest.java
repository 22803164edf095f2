package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Control.Act;
import hymio.kiosk.visit.Controls;
import hymio.kiosk.visit.VisitState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that every screen after the press and every screen for staff keeps, on every panel. */
class LaterStepsTest {
    private static final Set<AccessibleRole> HELD =
            Set.of(AccessibleRole.BUTTON, AccessibleRole.CHECK_BOX, AccessibleRole.RADIO_BUTTON);

    /** Capitals of 4.8 mm: half a pixel goes into the search for the largest size. */
    private static final double SHRUNK = 0.98;

    /** One line above eleven numbers holds no more on 7 inches: capitals of 4.4 mm. */
    private static final String LONG = "Hur sannolikt är det att du rekommenderar oss?";

    @ParameterizedTest
    @CsvSource({
        "fi,800,480",
        "fi,1280,800",
        "fi,1920,1080",
        "fi,1080,1920",
        "fi,480,800",
        "fi,800,1280",
        "ar,800,480",
        "ar,1280,800",
        "ar,1920,1080",
        "ar,1080,1920",
        "ar,480,800",
        "ar,800,1280",
        "sv,800,480",
        "sv,1280,800",
        "sv,1080,1920",
        "en,800,480",
        "en,1280,800",
        "en,1080,1920"
    })
    void everyScreenKeepsTheRules(String language, double width, double height) throws Exception {
        SoftAssertions rules = new SoftAssertions();
        for (Map.Entry<String, Shown> screen : Shown.later(language).entrySet()) {
            Fx.on(() -> {
                Shown shown = screen.getValue();
                ScreenSettings day = new ScreenSettings(Theme.DAY, false, (int) width, (int) height, true, 0);
                View view = Fx.pane(shown.state(), shown, new SeenHands(), day)
                        .view()
                        .orElseThrow();
                boolean large = shown.state().comfort().large();
                Frame frame = Frame.of(width, height, new Panel(0), large);
                new Case(screen.getKey(), shown, frame, view, rules).check();
                return 0;
            });
        }
        rules.assertAll();
    }

    /** One screen on one panel. */
    private record Case(String name, Shown shown, Frame frame, View view, SoftAssertions rules) {
        void check() {
            rules.assertThat(view.spots().stream().map(Spot::control)).as(name).isEqualTo(Controls.of(shown.state()));
            targetsAreLarge();
            targetsAreApart();
            nothingOverlapsOrLeavesTheScreen();
            if (shown.state().comfort().large() && frame.width() >= 800) { // no panel sold is 480 wide
                lettersAreLarge();
            }
        }

        /** 20 mm; keys of the keyboard 10 mm, of which no panel of 480 pixels is wide enough for eleven. */
        private void targetsAreLarge() {
            boolean buttons = shown.state().focus() != VisitState.NO_FOCUS;
            double fingers = frame.mm(buttons && StepFrame.low(frame) ? 16 : 20) - 0.1;
            double keys = frame.mm(frame.width() < 800 ? 7 : 10) - 0.1;
            for (Spot spot : view.spots()) {
                double least = key(spot.control()) ? keys : fingers;
                Rectangle2D target = spot.target();
                rules.assertThat(Math.min(target.getWidth(), target.getHeight()))
                        .as("%s: %s", name, spot)
                        .isGreaterThanOrEqualTo(least);
                rules.assertThat(screen().contains(bounds(target)))
                        .as("%s: %s is on the screen", name, spot)
                        .isTrue();
            }
        }

        /**
         * 8 mm; 4 mm on a panel of 7 inches, and where answers of 200 letters each need the room. Keys touch each
         * other.
         */
        private void targetsAreApart() {
            boolean close = Math.min(frame.width(), frame.height()) < frame.mm(110) || name.equals("reasons-longest");
            double apart = frame.mm(close ? 4 : 8) - 0.2;
            List<Spot> spots = view.spots();
            for (int i = 0; i < spots.size(); i++) {
                for (int j = 0; j < i; j++) {
                    boolean keys =
                            key(spots.get(i).control()) && key(spots.get(j).control());
                    double by = (keys ? -0.2 : apart) / 2;
                    assertApart(
                            grown(bounds(spots.get(i).target()), by),
                            grown(bounds(spots.get(j).target()), by));
                }
            }
        }

        private void nothingOverlapsOrLeavesTheScreen() {
            List<Bounds> things = new ArrayList<>();
            for (Node node : below(view.node())) {
                if (held(node)) {
                    Parent parent = (Parent) node;
                    things.add(grown(scene(parent.getChildrenUnmodifiable().getFirst()), -1.5));
                    holdsItsOwn(parent);
                } else if (node.getAccessibleRole() == AccessibleRole.TEXT
                        && node instanceof Parent
                        && !held(node.getParent())) {
                    things.add(grown(scene(node), -1));
                }
            }
            rules.assertThat(things).as(name).isNotEmpty();
            things.forEach(thing -> rules.assertThat(screen().contains(thing))
                    .as("%s: %s is on the screen", name, thing)
                    .isTrue());
            for (int i = 0; i < things.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertApart(things.get(i), things.get(j));
                }
            }
        }

        /** What is in a button stays in it and does not cover what else is there. */
        private void holdsItsOwn(Parent button) {
            Bounds shape = scene(button.getChildrenUnmodifiable().getFirst());
            for (Node child : button.getChildrenUnmodifiable()) {
                rules.assertThat(grown(shape, 1).contains(scene(child)))
                        .as("%s: what is in %s", name, button.getAccessibleText())
                        .isTrue();
            }
        }

        /** EN 301 549, 5.1.4, but for the name of the place and what a long comment leaves no room for. */
        private void lettersAreLarge() {
            rules.assertThat(below(view.node()).stream()
                            .filter(Text.class::isInstance)
                            .map(Text.class::cast)
                            .filter(text -> !text.getText().equals(shown.name()))
                            .filter(text -> text.getFont().getSize()
                                    < (text.getText().equals(LONG) ? 0.89 : SHRUNK) * frame.letters())
                            .map(text -> text.getText() + " " + text.getFont().getSize() / frame.letters()))
                    .as(name)
                    .isEmpty();
        }

        private void assertApart(Bounds one, Bounds other) {
            rules.assertThat(one.intersects(other))
                    .as("%s: %s and %s", name, one, other)
                    .isFalse();
        }

        private Bounds screen() {
            return new BoundingBox(-0.6, -0.6, frame.width() + 1.2, frame.height() + 1.2);
        }
    }

    private static boolean key(Control control) {
        Set<Control> large =
                Set.of(new Control.Simple(Act.SHIFT), new Control.Simple(Act.SIGNS), new Control.Simple(Act.BACKSPACE));
        return control instanceof Control.Key || large.contains(control);
    }

    private static boolean held(Node node) {
        return HELD.contains(node.getAccessibleRole())
                && node instanceof Parent parent
                && parent.getChildrenUnmodifiable().getFirst() instanceof Rectangle;
    }

    private static Bounds scene(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    private static List<Node> below(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                                Stream.of(node),
                                parent.getChildrenUnmodifiable().stream().flatMap(child -> below(child).stream()))
                        .toList()
                : List.of(node);
    }

    private static Bounds bounds(Rectangle2D box) {
        return new BoundingBox(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
    }

    private static Bounds grown(Bounds box, double by) {
        return new BoundingBox(
                box.getMinX() - by, box.getMinY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }
}
