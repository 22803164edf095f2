package hymio.kiosk.screen;

import hymio.kiosk.visit.VisitState;
import hymio.wire.Questionnaire;
import java.util.ArrayList;
import java.util.List;
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
        VisitPane pane = new VisitPane(Theme.DAY, true, unused -> place, hands);
        new Scene(pane, width, height);
        pane.resize(width, height);
        pane.show(state);
        return pane;
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
