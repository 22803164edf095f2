package hymio.kiosk.visit;

import hymio.kiosk.press.Press;
import hymio.wire.Questionnaire;

/** What can happen to a visit. Times are uptimes in milliseconds. */
public sealed interface VisitEvent {
    /** A button, key or face was pressed. */
    record Pressed(Press press) implements VisitEvent {}

    /** The outbox has committed the response. */
    record Stored(long atMillis) implements VisitEvent {}

    /** The outbox could not commit the response. */
    record NotStored(long atMillis) implements VisitEvent {}

    /** The visitor chose a language. */
    record LanguageChosen(String language, long atMillis) implements VisitEvent {}

    /** The visitor touched the screen where there is no face: thanks and apologies end early. */
    record Dismissed(long atMillis) implements VisitEvent {}

    /** Time went on. */
    record Tick(long atMillis) implements VisitEvent {}

    /** A new questionnaire came; it takes effect when nobody is at the terminal, never under a finger. */
    record NewQuestionnaire(Questionnaire questionnaire) implements VisitEvent {}
}
