package hymio.kiosk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.visit.Comfort;
import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.VisitState;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.ComfortSheet;
import hymio.kiosk.visit.VisitState.Saving;
import hymio.kiosk.visit.VisitState.Thanking;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/** The picture by itself: how it moves, sinks a face and takes its colours. */
class PaneMovesTest {
    private final SeenHands hands = new SeenHands();

    @Test
    void atRestThePictureMovesEachMinuteAndWhatIsTouchedWithIt() throws Exception {
        long[] minute = {0};
        Surroundings later = new Surroundings() {
            @Override
            public String place(String language) {
                return "Aula";
            }

            @Override
            public long uptimeMillis() {
                return minute[0] * 60_000;
            }
        };
        ScreenSettings settings = new ScreenSettings(Theme.DAY, false, 800, 480, true, 0);
        VisitState asking = new VisitState(Samples.FIVE, "fi", new Asking());
        Fx.on(() -> {
            VisitPane pane = Fx.pane(asking, later, hands, settings);
            Rectangle2D target = pane.view().orElseThrow().spots().getFirst().target();
            minute[0] = 40;
            pane.minute();
            double x = target.getMinX() + BurnIn.shift(40).getX();
            double y = target.getMinY() + BurnIn.shift(40).getY();
            assertThat(target.contains(pane.inFrame(x + 0.5, y + 0.5))).isTrue();
            assertThat(target.contains(pane.inFrame(x - 0.5, y - 0.5))).isFalse();
            pane.show(asking.over(Optional.of(new ComfortSheet())));
            assertThat(pane.inFrame(10, 10)).isEqualTo(new Point2D(10, 10));
            return 0;
        });
    }

    @Test
    void whereNobodyMaySeeWhichEveryFaceAnswersAlike() throws Exception {
        Fx.on(() -> {
            VisitState asking = new VisitState(Samples.FIVE, "fi", new Asking());
            VisitPane pane = Fx.pane(asking, "Aula", hands, 800, 480);
            pane.show(asking.phase(new Saving(VisitState.ANY_FACE)));
            List<Double> depths = faces(pane);
            assertThat(depths).hasSize(5).containsOnly(depths.getFirst());
            pane.show(asking);
            return 0;
        });
    }

    @Test
    void aTouchedFaceSinksBeforeTheVisitHasHeardAndRisesIfItTookNoPress() throws Exception {
        VisitState asking = new VisitState(Samples.FIVE, "fi", new Asking());
        VisitPane pane = Fx.on(() -> Fx.pane(asking, "Aula", hands, 800, 480));
        List<Double> before = Fx.on(() -> faces(pane));
        List<Double> sunk = Fx.on(() -> {
            pane.sink(2);
            return faces(pane);
        });
        assertThat(sunk.get(1)).isNotEqualTo(before.get(1));
        assertThat(sunk.get(0)).isEqualTo(before.get(0));
        Thread.sleep(600);
        assertThat(Fx.on(() -> faces(pane))).isEqualTo(before);
    }

    @Test
    void whereNobodyMaySeeWhichATouchSinksEveryFace() throws Exception {
        Surroundings discreet = new Surroundings() {
            @Override
            public String place(String language) {
                return "Aula";
            }

            @Override
            public boolean discreet() {
                return true;
            }

            @Override
            public long uptimeMillis() {
                return 0;
            }
        };
        ScreenSettings settings = new ScreenSettings(Theme.DAY, false, 800, 480, true, 0);
        Fx.on(() -> {
            VisitPane pane = Fx.pane(new VisitState(Samples.FIVE, "fi", new Asking()), discreet, hands, settings);
            List<Double> before = faces(pane);
            pane.sink(2);
            assertThat(faces(pane))
                    .hasSize(5)
                    .containsOnly(faces(pane).getFirst())
                    .isNotEqualTo(before);
            pane.show(new VisitState(Samples.FIVE, "fi", new Thanking(0)));
            return 0;
        });
    }

    @Test
    void aTownsLookAndAVisitorsContrastChangeTheColours() throws Exception {
        Fx.on(() -> {
            VisitState asking = new VisitState(Samples.FIVE, "fi", new Asking());
            VisitPane pane = Fx.pane(asking, "Aula", hands, 800, 480);
            pane.look(Optional.of(Samples.town()));
            assertThat(paper(pane)).isEqualTo(Theme.of(Samples.town()).paper());
            pane.show(asking.comfort(Comfort.NONE.toggled(Control.Toggle.CONTRAST)));
            assertThat(paper(pane)).isEqualTo(Theme.CONTRAST.paper());
            pane.show(asking);
            pane.look(Optional.empty());
            assertThat(paper(pane)).isEqualTo(Theme.DAY.paper());
            return 0;
        });
    }

    private static Object paper(VisitPane pane) {
        return pane.getBackground().getFills().getFirst().getFill();
    }

    private static List<Double> faces(VisitPane pane) {
        return pane.view().orElseThrow().node().lookupAll("*").stream()
                .filter(Face.class::isInstance)
                .map(face -> face.getBoundsInLocal().getWidth())
                .toList();
    }
}
