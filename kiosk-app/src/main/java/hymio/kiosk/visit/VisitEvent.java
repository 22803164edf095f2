package hymio.kiosk.visit;

import hymio.kiosk.press.Press;
import hymio.wire.Behaviour;
import hymio.wire.PressTime;
import hymio.wire.Questionnaire;
import java.util.List;
import java.util.OptionalInt;

/** What can happen to a visit. Times are uptimes in milliseconds. */
public sealed interface VisitEvent {
    /** A physical button or key went down: it is shown, and nothing is decided. */
    record Down(int button, long atMillis) implements VisitEvent {}

    /** What went down came to nothing. */
    record Cancelled(int button, long atMillis) implements VisitEvent {}

    /** A physical button or key was pressed. */
    record Pressed(Press press) implements VisitEvent {}

    /** A physical button or key is held: what does it mean? */
    record Held(Press press) implements VisitEvent {}

    /** A finger touched a control of the screen. */
    record Touched(Control control, PressTime time) implements VisitEvent {}

    /** A finger touched the screen beside every control. */
    record TouchedBeside(long atMillis) implements VisitEvent {}

    /** Somebody held the name of the place on the screen: the way to the staff menu. */
    record StaffHold(long atMillis) implements VisitEvent {}

    /** A key of a real keyboard typed this while a comment is written; a backspace is {@code \b}. */
    record Typed(String text, long atMillis) implements VisitEvent {
        @Override
        public String toString() {
            return "Typed"; // what somebody writes must not end in a log
        }
    }

    /** The outbox has committed the entry. */
    record Stored(long number, long atMillis) implements VisitEvent {}

    /** The outbox could not commit the entry. */
    record NotStored(long atMillis) implements VisitEvent {}

    record PinChecked(boolean right, long atMillis) implements VisitEvent {}

    /** What can be heard, for the sheet that offers it. */
    record Heard(VisitState.Heard heard) implements VisitEvent {}

    /** What the staff menu asked for. */
    record Figures(StaffFigures figures, long atMillis) implements VisitEvent {}

    /** What the button test asked for. */
    record Buttons(List<StaffFigures.Button> buttons, long atMillis) implements VisitEvent {}

    /** How far the writing to a stick is. */
    record Carried(Carrying carrying, long atMillis) implements VisitEvent {}

    /**
     * Time went on.
     *
     * @param localMinute minute of the day at the place, 0 to 1 439; empty while the clock is not trusted
     */
    record Tick(long atMillis, OptionalInt localMinute) implements VisitEvent {}

    /** A new config came; it takes effect when nobody is at the terminal, never under a finger. */
    record NewConfig(Questionnaire questionnaire, Behaviour behaviour, boolean staffPin) implements VisitEvent {}
}
