package hymio.kiosk.visit;

import hymio.wire.Questionnaire;
import java.util.Optional;

/**
 * All that a visit knows between two events.
 *
 * @param shown what is on the screen
 * @param next a newer questionnaire that waits for an idle moment
 * @param touchedMillis uptime when somebody last did something
 */
public record Visit(VisitState shown, Optional<Questionnaire> next, long touchedMillis) {
    Visit show(VisitState state) {
        return new Visit(state, next, touchedMillis);
    }

    Visit touched(long uptimeMillis) {
        return new Visit(shown, next, uptimeMillis);
    }

    Visit next(Optional<Questionnaire> questionnaire) {
        return new Visit(shown, questionnaire, touchedMillis);
    }
}
