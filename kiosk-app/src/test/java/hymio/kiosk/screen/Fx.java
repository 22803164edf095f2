package hymio.kiosk.screen;

import hymio.kiosk.visit.VisitState;
import hymio.wire.Questionnaire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What tests of the screen share. */
final class Fx {
    /** Runs on the JavaFX thread and waits for it. */
    static <T> T on(Callable<T> work) throws Exception {
        FxToolkit.registerPrimaryStage();
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(20), work);
    }

    /** A pane of this size that shows this state. JavaFX thread only. */
    static VisitPane pane(VisitState state, String place, Hands hands, double width, double height) {
        return pane(state, at(place), hands, new ScreenSettings(Theme.DAY, false, (int) width, (int) height, true, 0));
    }

    /** A pane with these settings that shows this state. JavaFX thread only. */
    static VisitPane pane(VisitState state, Surroundings around, Hands hands, ScreenSettings settings) {
        double width = settings.width();
        double height = settings.height();
        VisitPane pane = new VisitPane(settings, around, hands);
        new Scene(pane, width, height);
        pane.resize(width, height);
        pane.show(state);
        return pane;
    }

    /** A terminal at a place where no time passes. */
    static Surroundings at(String place) {
        return new Surroundings() {
            @Override
            public String place(String language) {
                return place;
            }

            @Override
            public long uptimeMillis() {
                return 0;
            }
        };
    }

    /** What views are drawn from on the usual panel of a size. */
    static Sight sight(VisitState state, String place, double width, double height) {
        Frame frame = Frame.of(width, height, new Panel(0), state.comfort().large());
        Town town = new Town(place, "", Optional.empty());
        return new Sight(frame, Theme.DAY, ScreenTexts.in(state.language()), state, town, new Motion(true, 0));
    }

    static VisitState state(Questionnaire questionnaire, String language, VisitState.Phase phase) {
        return new VisitState(questionnaire, language, phase);
    }

    /** Each line of text below a node, as shown. */
    static List<String> lines(Node node) {
        List<String> lines = new ArrayList<>();
        if (node instanceof Text text) {
            lines.add(text.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> lines.addAll(lines(child)));
        }
        return lines;
    }

    private Fx() {}
}
