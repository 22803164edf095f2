package hymio.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Controls;
import hymio.kiosk.visit.VisitState;
import hymio.kiosk.visit.VisitState.Asking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that the screens up to the press keep, in every language and on every panel. */
class ShownTest {
    private static final double[][] PANELS = {
        {800, 480}, {1280, 800}, {1920, 1080}, {1080, 1920}, {480, 800}, {800, 1280}
    };

    /** What screen is drawn at which size. */
    private record Case(String language, double width, double height) {
        ScreenSettings settings() {
            return new ScreenSettings(Theme.DAY, false, (int) width, (int) height, true, 0);
        }

        Frame frame(VisitState state) {
            return Frame.of(width, height, new Panel(0), state.comfort().large());
        }
    }

    static Stream<Case> cases() {
        return Stream.of("fi", "sv", "en", "ar")
                .flatMap(language -> Stream.of(PANELS).map(size -> new Case(language, size[0], size[1])));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyControlIsOnTheScreenInReadingOrder(Case shownOn) throws Exception {
        forEach(
                shownOn,
                (name, shown, pane) -> assertThat(
                                pane.view().orElseThrow().spots().stream().map(Spot::control))
                        .as(name)
                        .isEqualTo(Controls.of(shown.state())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void targetsAreLargeAndApart(Case shownOn) throws Exception {
        forEach(shownOn, (name, shown, pane) -> {
            Frame frame = shownOn.frame(shown.state());
            List<Rectangle2D> targets =
                    pane.view().orElseThrow().spots().stream().map(Spot::target).toList();
            boolean buttons = shown.state().focus() != VisitState.NO_FOCUS; // a line takes room: fingers are elsewhere
            // No terminal is sold with a panel 480 pixels wide; it only has to work.
            double least = frame.mm(shownOn.width() < 800 ? 7 : buttons && frame.low() ? 16 : 20) - 0.1;
            assertThat(targets)
                    .as(name)
                    .allMatch(target -> Math.min(target.getWidth(), target.getHeight()) >= least)
                    .allMatch(target -> screen(shownOn).contains(bounds(target)));
            // 8 mm; 4 mm where a panel of 7 inches, or a narrow row of languages, cannot hold more.
            double apart = frame.mm(4) - 0.1;
            assertApart(
                    name,
                    targets.stream().map(it -> grown(bounds(it), apart / 2)).toList());
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingOverlapsOrLeavesTheScreen(Case shownOn) throws Exception {
        forEach(shownOn, (name, shown, pane) -> {
            List<Bounds> texts = new ArrayList<>();
            for (Node node : below(pane.view().orElseThrow().node())) {
                if (node.getAccessibleRole() == AccessibleRole.TEXT && node instanceof Parent) {
                    texts.add(node.localToScene(node.getBoundsInLocal()));
                }
                if (tile(node)) {
                    assertHoldsItsOwn(name, (Parent) node);
                }
            }
            assertThat(texts)
                    .as(name)
                    .isNotEmpty()
                    .allMatch(text -> grown(screen(shownOn), 0.5).contains(text));
            assertApart(name, texts.stream().map(it -> grown(it, -1)).toList());
        });
    }

    /** EN 301 549, 5.1.4: capitals of 4.9 mm wherever somebody asked for large text, but for the name of the place. */
    @ParameterizedTest
    @MethodSource("cases")
    void largeTextIsLargeEnoughForEverybody(Case shownOn) throws Exception {
        forEach(shownOn, (name, shown, pane) -> {
            boolean fits = shownOn.width() >= 800; // a panel 480 pixels wide is not one that terminals have
            if (shown.state().comfort().large() && fits) {
                double letters = shownOn.frame(shown.state()).letters();
                boolean question = shown.state().over().isEmpty();
                double least = question ? SHRUNK : WHOLE;
                assertThat(texts(pane.view().orElseThrow().node()))
                        .as(name)
                        .filteredOn(text -> !text.getText().equals(shown.name()))
                        .filteredOn(text -> text.getFont().getSize() < least * letters)
                        .isEmpty();
            }
        });
    }

    /** The question and its answers reach that without being asked, with texts of usual length. */
    @ParameterizedTest
    @MethodSource("cases")
    void questionAndAnswersAreLargeEnoughForEverybody(Case shownOn) throws Exception {
        VisitState asking = new VisitState(Samples.WORLD, shownOn.language(), new Asking());
        Shown shown = new Shown(asking, "Aula", "");
        List<Double> sizes = Fx.on(() -> {
            AskingLayout layout = layout(shown, shownOn);
            return Stream.concat(
                            Stream.of(layout.question()),
                            layout.faces().stream().map(FaceSpot::word))
                    .map(placed -> placed.block().size())
                    .toList();
        });
        assertThat(sizes)
                .allMatch(size -> size >= SHRUNK * shownOn.frame(asking).letters());
    }

    /** Capitals of 4.8 mm: half a pixel goes into the search for the largest size. */
    private static final double WHOLE = 0.98;

    /**
     * On the first screen of a 7" panel the languages, and a long question, may shrink a little before words are
     * broken: capitals of 4.2 mm are still as high as 0.7° at 34 cm.
     */
    private static final double SHRUNK = 0.85;

    @Test
    void arabicRunsFromRightToLeftButFacesAndScalesDoNot() throws Exception {
        Case english = new Case("en", 1280, 800);
        Case arabic = new Case("ar", 1280, 800);
        Fx.on(() -> {
            AskingLayout left = layout(new Shown(world("en"), "Aula", ""), english);
            AskingLayout right = layout(new Shown(world("ar"), "Aula", ""), arabic);
            assertThat(right.faces().stream().map(FaceSpot::x))
                    .isEqualTo(left.faces().stream().map(FaceSpot::x).toList());
            double first = left.footer().pills().getFirst().target().getMinX();
            assertThat(right.footer().pills().getFirst().target().getMaxX()).isEqualTo(1280 - first);
            Shown shown = new Shown(world("ar"), "Aula", "");
            Sight sight = sight(shown, arabic);
            assertThat(sight.at(right.header().name()).bounds().getMaxX())
                    .isEqualTo(1280 - left.header().name().bounds().getMinX());
            return 0;
        });
    }

    @Test
    void whatIsChosenIsAlsoMarked() throws Exception {
        Fx.on(() -> {
            for (Footer.Pill pill : layout(new Shown(world("sv"), "Aula", ""), new Case("sv", 800, 480))
                    .footer()
                    .pills()) {
                boolean chosen = pill.control().equals(new Control.LanguageOf("sv"));
                assertThat(pill.chosen()).isEqualTo(chosen);
                assertThat(pill.sign().filter(Sign.CHECK::equals).isPresent()).isEqualTo(chosen);
            }
            return 0;
        });
    }

    private static VisitState world(String language) {
        return new VisitState(Samples.WORLD, language, new Asking());
    }

    private static Sight sight(Shown shown, Case shownOn) {
        return Fx.sight(shown.state(), shown.name(), shownOn.width(), shownOn.height());
    }

    private static AskingLayout layout(Shown shown, Case shownOn) {
        return AskingLayout.of(sight(shown, shownOn));
    }

    private interface Check {
        void check(String name, Shown shown, VisitPane pane);
    }

    private static void forEach(Case shownOn, Check check) throws Exception {
        Fx.on(() -> {
            for (Map.Entry<String, Shown> screen :
                    Shown.first(shownOn.language()).entrySet()) {
                Shown shown = screen.getValue();
                VisitPane pane = Fx.pane(shown.state(), shown, new SeenHands(), shownOn.settings());
                check.check(screen.getKey() + " on " + shownOn, shown, pane);
            }
            return 0;
        });
    }

    private static List<Node> below(Node node) {
        List<Node> nodes = new ArrayList<>(List.of(node));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> nodes.addAll(below(child)));
        }
        return nodes;
    }

    private static List<Text> texts(Node node) {
        return below(node).stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .toList();
    }

    private static boolean tile(Node node) {
        return (node.getAccessibleRole() == AccessibleRole.BUTTON
                        || node.getAccessibleRole() == AccessibleRole.TOGGLE_BUTTON)
                && node instanceof Parent parent
                && parent.getChildrenUnmodifiable().getFirst() instanceof Rectangle;
    }

    private static void assertHoldsItsOwn(String name, Parent tile) {
        Bounds shape = tile.getChildrenUnmodifiable().getFirst().getBoundsInParent();
        assertThat(tile.getChildrenUnmodifiable())
                .as(name + ": " + tile.getAccessibleText())
                .allMatch(child -> grown(shape, 1).contains(child.getBoundsInParent()));
    }

    private static void assertApart(String name, List<Bounds> things) {
        for (int i = 0; i < things.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(things.get(i).intersects(things.get(j)))
                        .as("%s: %s and %s", name, things.get(i), things.get(j))
                        .isFalse();
            }
        }
    }

    private static Bounds screen(Case shownOn) {
        Frame frame = Frame.of(shownOn.width(), shownOn.height());
        return new BoundingBox(-0.1, -0.1, frame.width() + 0.2, frame.height() + 0.2);
    }

    private static Bounds bounds(Rectangle2D box) {
        return new BoundingBox(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
    }

    private static Bounds grown(Bounds box, double by) {
        return new BoundingBox(
                box.getMinX() - by, box.getMinY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }
}
