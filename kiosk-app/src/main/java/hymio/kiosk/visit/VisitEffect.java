package hymio.kiosk.visit;

import java.util.Optional;

/** What the visit asks of the world. */
public sealed interface VisitEffect {
    /** Commit this entry, then report {@link VisitEvent.Stored} or {@link VisitEvent.NotStored}. */
    record Store(Entry entry) implements VisitEffect {}

    /** Draw this state. */
    record Show(VisitState state) implements VisitEffect {}

    /** Light and sound that a press was taken. */
    record Acknowledge(int button, int volumePercent, boolean discreet) implements VisitEffect {}

    /** Let this be heard. */
    record Play(Cue cue, int volumePercent) implements VisitEffect {}

    /**
     * Say what is on the screen, or what one control of it means.
     *
     * @param about empty: the whole screen
     */
    record Say(VisitState state, Optional<Control> about, int volumePercent) implements VisitEffect {}

    /** Say no more. */
    record Hush() implements VisitEffect {}

    /** Report {@link VisitEvent.Heard}: what this terminal can make heard in a language. */
    record AskHeard(String language) implements VisitEffect {}

    /** Nobody is at the terminal: a new look may be taken now. */
    record Rest() implements VisitEffect {}

    /** Compare, then report {@link VisitEvent.PinChecked}. */
    record CheckPin(String digits) implements VisitEffect {
        @Override
        public String toString() {
            return "CheckPin[REDACTED]";
        }
    }

    /** Report {@link VisitEvent.Figures}. */
    record AskFigures() implements VisitEffect {}

    /** Report {@link VisitEvent.Buttons}; a new test counts from zero. */
    record AskButtons(boolean fresh) implements VisitEffect {}

    /** Write the responses that wait to a stick, and report {@link VisitEvent.Carried} until that has ended. */
    record CarryOut() implements VisitEffect {}

    /** Staff want the app started again, or stopped. */
    record Leave(boolean restart) implements VisitEffect {}

    /** What is heard beside an acknowledgement. */
    enum Cue {
        UNDONE,
        WARNING,
        PLAY,
        REFUSED
    }
}
