package hymio.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.VisitState;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.Phase;
import hymio.kiosk.visit.VisitState.Saving;
import hymio.kiosk.visit.VisitState.Sorry;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.wire.Question;
import hymio.wire.Questionnaire;
import hymio.wire.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VisitPaneTest {
    private static final Questionnaire FOUR = Questionnaire.BUILT_IN;

    @ParameterizedTest
    @CsvSource({
        "fi,Miten asiointi sujui tänään?,Erinomaisesti Hyvin Huonosti Erittäin huonosti,Vastaat nimettömästi.,Teksti ja ääni",
        "sv,Hur gick ditt ärende i dag?,Utmärkt Bra Dåligt Mycket dåligt,Du svarar anonymt.,Text och ljud",
        "en,How did your visit go today?,Very well Well Badly Very badly,Your answer is anonymous.,Text & sound"
    })
    void asksInTheLanguageOfTheVisit(String language, String question, String words, String anonymous, String comfort)
            throws Exception {
        for (Phase phase : List.of(new Asking(), new Saving(3))) {
            assertThat(shown(FOUR, language, phase))
                    .isEqualTo(("Aula " + anonymous + " " + question + " " + words
                            + " Suomi Selkosuomi Svenska English " + comfort));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fi,Kiitos palautteesta Vastauksesi on tallessa.",
        "sv,Tack för din respons Ditt svar är sparat.",
        "en,Thank you for your feedback Your answer is saved."
    })
    void thanksInTheLanguageOfTheVisit(String language, String thanks) throws Exception {
        assertThat(shown(FOUR, language, new Thanking(0))).isEqualTo("Aula " + thanks);
    }

    @ParameterizedTest
    @CsvSource({
        "fi,Vastausta ei voitu tallentaa juuri nyt Yritä hetken päästä uudelleen tai kerro palautteesi henkilökunnalle.",
        "sv,Svaret kunde inte sparas just nu Försök igen om en stund eller berätta för personalen.",
        "en,'Your answer could not be saved just now Please try again in a moment, or tell our staff.'"
    })
    void apologisesInTheLanguageOfTheVisit(String language, String sorry) throws Exception {
        assertThat(shown(FOUR, language, new Sorry(0))).isEqualTo("Aula " + sorry);
    }

    @Test
    void thanksLookTheSameWhateverWasPressed() throws Exception {
        assertThat(pixels(new Thanking(0))).isEqualTo(pixels(new Thanking(0)));
        assertThat(pixels(new Saving(4))).isNotEqualTo(pixels(new Saving(1)));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void nothingOverlapsOrLeavesTheScreen(Questionnaire asked, String place, double width, double height)
            throws Exception {
        for (Phase phase : List.of(new Asking(), new Saving(2), new Saving(4), new Thanking(0), new Sorry(0))) {
            for (String language : ScreenTexts.COMPLETE) {
                List<Bounds> things = things(Fx.state(asked, language, phase), place, width, height);
                assertThat(things).hasSizeGreaterThanOrEqualTo(4);
                assertInside(things, width, height);
                assertApart(things);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("panels")
    void targetsAreLargeApartAndHoldFaceAndWord(Questionnaire asked, String place, double width, double height)
            throws Exception {
        Frame frame = Frame.of(width, height);
        AskingLayout layout =
                Fx.on(() -> AskingLayout.of(Fx.sight(Fx.state(asked, "fi", new Asking()), place, width, height)));
        List<Bounds> targets = new ArrayList<>();
        for (FaceSpot face : layout.faces()) {
            Bounds disc = new BoundingBox(
                    face.x() - face.radius(), face.y() - face.radius(), 2 * face.radius(), 2 * face.radius());
            Bounds target = box(face.target());
            assertThat(grown(target, 1).contains(disc)).isTrue();
            assertThat(grown(target, 1).contains(box(face.word().bounds()))).isTrue();
            targets.add(target);
        }
        List<Bounds> pills =
                layout.footer().pills().stream().map(pill -> box(pill.target())).toList();
        assertApart(
                targets.stream().map(target -> grown(target, frame.mm(4) - 0.1)).toList());
        targets.forEach(face -> pills.forEach(pill ->
                assertApart(List.of(grown(face, frame.mm(4) - 0.1), grown(pill, frame.mm(4) - 0.1)))));
        // Five at the foot of a 7-inch panel leave 4 mm between them.
        assertApart(pills.stream().map(pill -> grown(pill, frame.mm(2) - 0.1)).toList());
        targets.addAll(pills);
        assertInside(targets, width, height);
        assertThat(targets)
                .allSatisfy(target -> assertThat(Math.min(target.getWidth(), target.getHeight()))
                        .isGreaterThanOrEqualTo(frame.mm(20) - 0.1));
    }

    /** The panels that terminals have. */
    static Stream<Object[]> panels() {
        return screens(new double[][] {{800, 480}, {1280, 800}, {1920, 1080}, {1080, 1920}});
    }

    /** Those, and windows that are only looked at. */
    static Stream<Object[]> screens() {
        return Stream.concat(panels(), screens(new double[][] {{480, 800}, {400, 240}, {1000, 100}, {1, 1}}));
    }

    private static Stream<Object[]> screens(double[][] sizes) {
        return Arrays.stream(sizes)
                .flatMap(size -> Stream.of(
                        new Object[] {FOUR, "Aula", size[0], size[1]},
                        new Object[] {Samples.FIVE, "Pääkirjasto · aula", size[0], size[1]},
                        new Object[] {Samples.LONGEST, Samples.LONGEST_PLACE, size[0], size[1]},
                        new Object[] {unbroken(), "Ä".repeat(80), size[0], size[1]}));
    }

    /** Texts at the limit of the contract that offer no place to break. */
    private static Questionnaire unbroken() {
        Texts text = Texts.of("Ä".repeat(200), "W".repeat(200), "i".repeat(200));
        return new Questionnaire(
                "unbroken", 1, List.of(new Question("unbroken", 1, text, Collections.nCopies(5, text))));
    }

    private static String shown(Questionnaire asked, String language, Phase phase) throws Exception {
        List<String> lines =
                Fx.on(() -> Fx.lines(Fx.pane(Fx.state(asked, language, phase), "Aula", new SeenHands(), 1280, 800)));
        return String.join(" ", lines);
    }

    private static int[] pixels(Phase phase) throws Exception {
        WritableImage image = Fx.on(() -> Fx.pane(Fx.state(FOUR, "fi", phase), "Aula", new SeenHands(), 800, 480)
                .getScene()
                .snapshot(null));
        int[] pixels = new int[800 * 480];
        image.getPixelReader().getPixels(0, 0, 800, 480, PixelFormat.getIntArgbInstance(), pixels, 0, 800);
        return pixels;
    }

    /** Bounds of each text, face, pill and sign. */
    private static List<Bounds> things(VisitState state, String place, double width, double height) throws Exception {
        return Fx.on(() -> {
            VisitPane pane = Fx.pane(state, place, new SeenHands(), width, height);
            Group view = (Group) pane.view().orElseThrow().node();
            return view.getChildren().stream()
                    .map(thing -> view.getParent().localToParent(view.localToParent(thing.getBoundsInParent())))
                    .toList();
        });
    }

    private static void assertInside(List<Bounds> things, double width, double height) {
        Bounds screen = new BoundingBox(0, 0, width, height);
        assertThat(things)
                .allSatisfy(thing -> assertThat(screen.contains(thing)).isTrue());
    }

    private static void assertApart(List<Bounds> things) {
        for (int i = 0; i < things.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(things.get(i).intersects(things.get(j)))
                        .as("%s and %s", things.get(i), things.get(j))
                        .isFalse();
            }
        }
    }

    private static Bounds box(javafx.geometry.Rectangle2D area) {
        return new BoundingBox(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
    }

    private static Bounds grown(Bounds box, double by) {
        return new BoundingBox(
                box.getMinX() - by, box.getMinY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }
}
