package hymio.kiosk.visit;

import hymio.kiosk.press.Press;
import hymio.wire.Questionnaire;

/** What can happen to a visit. */
public sealed interface VisitEvent {
    /** A button, key or face was pressed. */
    record Pressed(Press press) implements VisitEvent {}

    /** The outbox has committed the response. */
    record Stored(long uptimeMillis) implements VisitEvent {}

    /** The outbox could not commit the response. */
    record NotStored(long uptimeMillis) implements VisitEvent {}

    /** The visitor chose a language. */
    record LanguageChosen(String language) implements VisitEvent {}

    /** The visitor touched the screen where there is no face: thanks and apologies end early. */
    record Dismissed() implements VisitEvent {}

    /** Time went on. */
    record Tick(long uptimeMillis) implements VisitEvent {}

    /** A new questionnaire came; it takes effect at the next question, never under a finger. */
    record NewQuestionnaire(Questionnaire questionnaire) implements VisitEvent {}
}
