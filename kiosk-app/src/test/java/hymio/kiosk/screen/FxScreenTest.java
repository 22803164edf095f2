package hymio.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Comfort;
import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Controls;
import hymio.kiosk.visit.Draft;
import hymio.kiosk.visit.VisitState;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.ComfortSheet;
import hymio.kiosk.visit.VisitState.Explaining;
import hymio.kiosk.visit.VisitState.LanguageSheet;
import hymio.kiosk.visit.VisitState.Phase;
import hymio.kiosk.visit.VisitState.Saving;
import hymio.kiosk.visit.VisitState.Sorry;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.kiosk.visit.VisitState.Writing;
import hymio.wire.Questionnaire;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ZoomEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A real window with a real keyboard and pointer, on JavaFX's headless platform. */
@ExtendWith(ApplicationExtension.class)
class FxScreenTest {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 480;

    private final SeenHands hands = new SeenHands();
    private Stage stage;
    private FxScreen screen;

    @Start
    void open(Stage primary) {
        stage = new Stage();
        screen = new FxScreen(
                stage, hands, new ScreenSettings(Theme.DAY, false, WIDTH, HEIGHT, false, 0), new Surroundings() {
                    @Override
                    public String place(String language) {
                        return "Aula " + language;
                    }

                    @Override
                    public long uptimeMillis() {
                        return System.nanoTime() / 1_000_000;
                    }
                });
        screen.open();
    }

    @BeforeEach
    void ask() {
        show(Samples.FIVE, "fi", new Asking());
    }

    @Test
    void aTouchOnAFaceIsItsNumberOnce(FxRobot robot) {
        for (FaceSpot face : layout(Samples.FIVE).faces()) {
            touch(robot, face.x(), face.y());
        }
        assertThat(hands.seen).containsExactly("touch 1", "touch 2", "touch 3", "touch 4", "touch 5");
    }

    @Test
    void aTouchOnAWordIsItsFace(FxRobot robot) {
        for (FaceSpot face : layout(Samples.FIVE).faces()) {
            touch(robot, face.x(), face.word().top() + 5);
        }
        assertThat(hands.seen).containsExactly("touch 1", "touch 2", "touch 3", "touch 4", "touch 5");
    }

    @Test
    void aTouchCountsWhenTheFingerComesDown(FxRobot robot) {
        FaceSpot face = layout(Samples.FIVE).faces().getFirst();
        robot.moveTo(stage.getX() + face.x(), stage.getY() + face.y()).press(MouseButton.PRIMARY);
        assertThat(hands.seen).containsExactly("touch 1");
        robot.release(MouseButton.PRIMARY);
        assertThat(hands.seen).containsExactly("touch 1");
    }

    @Test
    void aTouchBesideTheFacesIsNoAnswer(FxRobot robot) {
        touch(robot, 4, 4);
        touch(robot, WIDTH / 2.0, layout(Samples.FIVE).question().top() + 5);
        List<FaceSpot> faces = layout(Samples.FIVE).faces();
        touch(
                robot,
                (faces.get(0).target().getMaxX() + faces.get(1).target().getMinX()) / 2,
                faces.get(0).y());
        assertThat(hands.seen).containsExactly("dismissed", "dismissed", "dismissed");
    }

    @Test
    void fourFacesHaveNoFifth(FxRobot robot) {
        show(Questionnaire.BUILT_IN, "fi", new Asking());
        for (FaceSpot face : layout(Questionnaire.BUILT_IN).faces()) {
            touch(robot, face.x(), face.y());
        }
        assertThat(hands.seen).containsExactly("touch 1", "touch 2", "touch 3", "touch 4");
    }

    @Test
    void keysAreButtons(FxRobot robot) {
        robot.type(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.NUMPAD4, KeyCode.NUMPAD5, KeyCode.DIGIT6);
        assertThat(hands.seen).containsExactly("key 1", "key 2", "key 3", "key 4", "key 5");
    }

    @Test
    void aHeldKeyIsOnePress() {
        for (int i = 0; i < 20; i++) {
            fire(KeyEvent.KEY_PRESSED);
        }
        fire(KeyEvent.KEY_RELEASED);
        fire(KeyEvent.KEY_PRESSED);
        assertThat(hands.seen).containsExactly("key 2", "key 2");
    }

    @Test
    void aTouchOnALanguageChoosesIt(FxRobot robot) {
        for (Footer.Pill pill : layout(Samples.FIVE).footer().pills()) {
            touch(robot, pill.shape().getMinX() + 20, pill.shape().getMinY() + 20);
        }
        assertThat(hands.seen).containsExactly("language fi", "language sv", "language en", "Simple[act=COMFORT]");
        show(Samples.FIVE, "sv", new Asking());
        assertThat(lines()).contains("Aula sv", "Hur gick ditt ärende i dag?");
    }

    @Test
    void aTouchEndsThanksAndApology(FxRobot robot) {
        show(Samples.FIVE, "fi", new Thanking(0));
        FaceSpot face = layout(Samples.FIVE).faces().getFirst();
        touch(robot, face.x(), face.y());
        show(Samples.FIVE, "fi", new Sorry(0));
        touch(robot, 20, HEIGHT - 20);
        assertThat(hands.seen).containsExactly("dismissed", "dismissed");
    }

    @Test
    void thePressedFaceIsSeenBeforeTheThanks() throws Exception {
        // All queued at once on the JavaFX thread, so that no slow machine comes between them.
        CompletableFuture<List<String>> atOnce = new CompletableFuture<>();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            screen.show(new VisitState(Samples.FIVE, "fi", new Saving(3)));
            screen.show(new VisitState(Samples.FIVE, "fi", new Thanking(0)));
            Platform.runLater(() -> atOnce.complete(Fx.lines(stage.getScene().getRoot())));
        });
        assertThat(atOnce.get(5, TimeUnit.SECONDS)).contains("Siltä").doesNotContain("Kiitos palautteesta");
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> lines().contains("Kiitos palautteesta"));
    }

    @Test
    void facesAndLanguagesSayWhatTheyAre() {
        List<Node> named = List.copyOf(stage.getScene().getRoot().lookupAll("*"));
        assertThat(named.stream()
                        .filter(node -> node.getAccessibleRole() == AccessibleRole.BUTTON)
                        .map(Node::getAccessibleText))
                .containsExactlyInAnyOrder(
                        "Erinomaisesti", "Hyvin", "Siltä väliltä", "Huonosti", "Erittäin huonosti", "Teksti ja ääni");
        assertThat(named.stream()
                        .filter(node -> node.getAccessibleRole() == AccessibleRole.TOGGLE_BUTTON)
                        .map(Node::getAccessibleText))
                .containsExactlyInAnyOrder("Suomi", "Svenska", "English");
    }

    @Test
    void aFaceCanBePressedByAssistiveTechnology() {
        Node face = stage.getScene().getRoot().lookupAll("*").stream()
                .filter(node -> "Huonosti".equals(node.getAccessibleText()) && node instanceof Face)
                .findFirst()
                .orElseThrow();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> face.executeAccessibleAction(AccessibleAction.FIRE));
        assertThat(hands.seen).containsExactly("touch 4");
    }

    @Test
    void fullScreenCoversTheDisplayHidesThePointerAndHasNoWayOut(FxRobot robot) {
        Stage full = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            Stage made = new Stage();
            new FxScreen(made, hands, new ScreenSettings(Theme.NIGHT, true, 10, 10, true, 0), Fx.at("Aula")).open();
            return made;
        });
        Rectangle2D display = javafx.stage.Screen.getPrimary().getBounds();
        assertThat(full.getScene().getWidth()).isEqualTo(display.getWidth());
        assertThat(full.getScene().getHeight()).isEqualTo(display.getHeight());
        assertThat(full.getScene().getCursor()).isEqualTo(Cursor.NONE);
        assertThat(full.getFullScreenExitKeyCombination()).isEqualTo(KeyCombination.NO_MATCH);
        robot.type(KeyCode.ESCAPE, KeyCode.F11);
        assertThat(full.isFullScreen()).isTrue();
        WindowEvent close = new WindowEvent(full, WindowEvent.WINDOW_CLOSE_REQUEST);
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Event.fireEvent(full, close));
        assertThat(full.isShowing()).isTrue();
        WaitForAsyncUtils.waitForAsyncFx(5_000, full::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en", "ar"})
    void everyControlOfEverySheetAnswersToTheFinger(String language, FxRobot robot) {
        VisitState asking = new VisitState(Samples.WORLD, language, new Asking());
        for (VisitState shown : List.of(
                asking,
                asking.comfort(new Comfort(true, true, true, true, 0)),
                asking.over(Optional.of(new ComfortSheet())),
                asking.over(Optional.of(new LanguageSheet())))) {
            hands.touched.clear();
            show(shown);
            spots().forEach(spot -> touch(
                    robot, middle(spot.target()).getX(), middle(spot.target()).getY()));
            assertThat(hands.touched).isEqualTo(Controls.of(shown));
        }
    }

    @Test
    void aSheetLiesOverTheFaces(FxRobot robot) {
        FaceSpot face = layout(Samples.FIVE).faces().getFirst();
        VisitState asking = new VisitState(Samples.FIVE, "fi", new Asking());
        show(asking.over(Optional.of(new Explaining(new Control.FaceOf(1), 0))));
        touch(robot, face.x(), face.y());
        assertThat(hands.seen).containsExactly("dismissed");
    }

    @Test
    void theNameOfThePlaceHeldForThreeSecondsIsForStaff(FxRobot robot) {
        robot.moveTo(stage.getX() + 60, stage.getY() + 34).press(MouseButton.PRIMARY);
        WaitForAsyncUtils.sleep(2_000, TimeUnit.MILLISECONDS);
        assertThat(hands.seen).containsExactly("dismissed");
        WaitForAsyncUtils.sleep(1_400, TimeUnit.MILLISECONDS);
        robot.release(MouseButton.PRIMARY);
        assertThat(hands.seen).containsExactly("dismissed", "staff");
    }

    @Test
    void theNameOfThePlaceTouchedOrLeftIsNothing(FxRobot robot) {
        touch(robot, 60, 34);
        robot.moveTo(stage.getX() + 61, stage.getY() + 34).press(MouseButton.PRIMARY);
        robot.moveTo(stage.getX() + 400, stage.getY() + 300);
        WaitForAsyncUtils.sleep(3_300, TimeUnit.MILLISECONDS);
        robot.release(MouseButton.PRIMARY);
        assertThat(hands.seen).containsExactly("dismissed", "dismissed");
    }

    @Test
    void aRealKeyboardWritesOnlyIntoAComment(FxRobot robot) {
        show(new VisitState(Samples.FIVE, "fi", new Writing(0, Draft.EMPTY)));
        robot.type(KeyCode.A, KeyCode.DIGIT1, KeyCode.SPACE, KeyCode.BACK_SPACE, KeyCode.ENTER, KeyCode.ESCAPE);
        assertThat(hands.seen).doesNotContain("key 1").startsWith("typed a", "typed 1", "typed  ");
        hands.seen.clear();
        show(new VisitState(Samples.FIVE, "fi", new Asking()));
        robot.type(KeyCode.A, KeyCode.DIGIT1);
        assertThat(hands.seen).containsExactly("key 1");
    }

    @Test
    void theSecondTouchOfOneTapIsDropped() {
        FaceSpot one = layout(Samples.FIVE).faces().getFirst();
        FaceSpot other = layout(Samples.FIVE).faces().getLast();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            press(one.x(), one.y());
            press(other.x(), other.y());
            return 0;
        });
        assertThat(hands.seen).containsExactly("touch 1");
    }

    @Test
    void aTouchOnTheVerySamePointCountsAgain() {
        FaceSpot face = layout(Samples.FIVE).faces().getFirst();
        for (int i = 0; i < 2; i++) {
            WaitForAsyncUtils.waitForAsyncFx(5_000, () -> press(face.x(), face.y()));
            WaitForAsyncUtils.sleep(150, TimeUnit.MILLISECONDS);
        }
        assertThat(hands.seen).containsExactly("touch 1", "touch 1");
    }

    @Test
    void noKeyButtonOrGestureDoesAnythingElse(FxRobot robot) {
        FaceSpot face = layout(Samples.FIVE).faces().getFirst();
        robot.moveTo(stage.getX() + face.x(), stage.getY() + face.y());
        robot.press(MouseButton.SECONDARY).release(MouseButton.SECONDARY);
        robot.press(MouseButton.MIDDLE).release(MouseButton.MIDDLE);
        robot.type(KeyCode.ESCAPE, KeyCode.F11, KeyCode.F10, KeyCode.TAB, KeyCode.CONTEXT_MENU, KeyCode.WINDOWS);
        robot.push(KeyCode.ALT, KeyCode.F4);
        robot.push(KeyCode.CONTROL, KeyCode.W);
        robot.push(KeyCode.CONTROL, KeyCode.Q);
        robot.push(KeyCode.ALT, KeyCode.TAB);
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            Event.fireEvent(stage.getScene().getRoot(), zoom());
            return 0;
        });
        assertThat(hands.seen).isEmpty();
        assertThat(stage.isShowing()).isTrue();
        assertThat(lines()).contains("Aula fi");
    }

    private boolean press(double x, double y) {
        Event.fireEvent(
                stage.getScene().getRoot(),
                new MouseEvent(
                        MouseEvent.MOUSE_PRESSED,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
        return true;
    }

    private static ZoomEvent zoom() {
        return new ZoomEvent(ZoomEvent.ZOOM, 400, 200, 400, 200, false, false, false, false, false, false, 2, 2, null);
    }

    private List<Spot> spots() {
        return WaitForAsyncUtils.waitForAsyncFx(
                5_000,
                () -> ((VisitPane) stage.getScene().getRoot())
                        .view()
                        .orElseThrow()
                        .spots());
    }

    private static Point2D middle(Rectangle2D box) {
        return new Point2D(box.getMinX() + box.getWidth() / 2, box.getMinY() + box.getHeight() / 2);
    }

    private void show(VisitState state) {
        screen.show(state);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void show(Questionnaire asked, String language, Phase phase) {
        screen.show(new VisitState(asked, language, phase));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void touch(FxRobot robot, double x, double y) {
        robot.moveTo(
                stage.getX() + stage.getScene().getX() + x,
                stage.getY() + stage.getScene().getY() + y);
        robot.press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
    }

    private void fire(javafx.event.EventType<KeyEvent> type) {
        WaitForAsyncUtils.waitForAsyncFx(
                5_000,
                () -> Event.fireEvent(
                        stage.getScene(), new KeyEvent(type, "2", "2", KeyCode.DIGIT2, false, false, false, false)));
    }

    private List<String> lines() {
        return WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> Fx.lines(stage.getScene().getRoot()));
    }

    private AskingLayout layout(Questionnaire asked) {
        VisitState state = Fx.state(asked, "fi", new Asking());
        return WaitForAsyncUtils.waitForAsyncFx(
                5_000, () -> AskingLayout.of(Fx.sight(state, "Aula fi", WIDTH, HEIGHT)));
    }
}
