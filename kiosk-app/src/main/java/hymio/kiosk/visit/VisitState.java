package hymio.kiosk.visit;

import hymio.wire.Question;
import hymio.wire.Questionnaire;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where the visit stands; also all that the screen needs to draw.
 *
 * @param questionnaire what is asked
 * @param language language shown, such as {@code fi}
 * @param comfort what the visitor chose to see and hear better
 * @param phase the step of the visit
 * @param undo the time in which the vote can be taken back, while it runs
 * @param voted on the first step after a vote the face that was stored, or {@link #ANY_FACE}
 * @param over what lies over the step, if anything
 * @param focus index in {@link Controls#of} of the control that buttons are at; {@link #NO_FOCUS} while a finger or
 *     nobody is at the screen
 */
public record VisitState(
        Questionnaire questionnaire,
        String language,
        Comfort comfort,
        Phase phase,
        Optional<Undo> undo,
        OptionalInt voted,
        Optional<Over> over,
        int focus) {
    public static final int NO_FOCUS = -1;

    /** Stands for the face pressed where nobody may see which it was: all faces answer alike. */
    public static final int ANY_FACE = -1;

    /** A state with nothing chosen, nothing over it and nothing to undo. */
    public VisitState(Questionnaire questionnaire, String language, Phase phase) {
        this(
                questionnaire,
                language,
                Comfort.NONE,
                phase,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                NO_FOCUS);
    }

    public VisitState language(String chosen) {
        return new VisitState(questionnaire, chosen, comfort, phase, undo, voted, over, focus);
    }

    public VisitState comfort(Comfort chosen) {
        return new VisitState(questionnaire, language, chosen, phase, undo, voted, over, focus);
    }

    public VisitState phase(Phase next) {
        return new VisitState(questionnaire, language, comfort, next, undo, voted, over, focus);
    }

    public VisitState undo(Optional<Undo> now) {
        return new VisitState(questionnaire, language, comfort, phase, now, voted, over, focus);
    }

    public VisitState voted(OptionalInt face) {
        return new VisitState(questionnaire, language, comfort, phase, undo, face, over, focus);
    }

    public VisitState over(Optional<Over> now) {
        return new VisitState(questionnaire, language, comfort, phase, undo, voted, now, focus);
    }

    public VisitState focus(int now) {
        return new VisitState(questionnaire, language, comfort, phase, undo, voted, over, now);
    }

    /** The question of a step; the first one when the step has none. */
    public Question question() {
        int index = phase instanceof Answering answering ? answering.question() : 0;
        return questionnaire.questions().get(index);
    }

    /** The step of the visit. */
    public sealed interface Phase {}

    /** The first question waits for a press. */
    public record Asking() implements Phase {}

    /**
     * A finger is on a physical button: shown at once, but nothing is decided before it lets go.
     *
     * @param option the face it is on, or {@link #ANY_FACE}
     */
    public record Finger(int option) implements Phase {}

    /**
     * A press is on its way to the outbox; it is not thanked for yet.
     *
     * @param option the face pressed, or {@link #ANY_FACE}; 0: a vote is being taken back
     */
    public record Saving(int option) implements Phase {}

    /** A follow-up question waits to be answered. */
    public sealed interface Answering extends Phase {
        /** Index in the questionnaire, from 1. */
        int question();
    }

    /**
     * Faces, a choice, several choices or 0–10.
     *
     * @param chosen options chosen so far; only several choices keep more than none
     */
    public record Choosing(int question, Set<Integer> chosen) implements Answering {
        public Choosing {
            chosen = Set.copyOf(chosen);
        }
    }

    /** A comment is being written on the keyboard of the screen. */
    public record Writing(int question, Draft draft) implements Answering {}

    /**
     * Something in the comment was masked, and the visitor sees what would be stored before it is.
     *
     * @param draft as written
     * @param masked as it would be stored
     */
    public record Reviewing(int question, Draft draft, String masked) implements Answering {
        @Override
        public String toString() {
            return "Reviewing[question " + question + "]"; // what somebody writes must not end in a log
        }
    }

    /**
     * All is stored and the visitor is thanked.
     *
     * @param sinceMillis uptime when the thanks began
     */
    public record Thanking(long sinceMillis) implements Phase {}

    /**
     * The visitor took the vote back.
     *
     * @param sinceMillis uptime when it was stored as taken back
     */
    public record TakenBack(long sinceMillis) implements Phase {}

    /**
     * A response could not be stored and the visitor is told so.
     *
     * @param sinceMillis uptime when it failed
     */
    public record Sorry(long sinceMillis) implements Phase {}

    /**
     * Somebody drums on the faces: the screen says that it counts once, and plays.
     *
     * @param length presses of the burst so far, 2 or more
     * @param sinceMillis uptime of the newest
     */
    public record Playing(int length, long sinceMillis) implements Phase {}

    /** The screen is dark by timetable; the first touch wakes it and does nothing else. */
    public record Sleeping() implements Phase {}

    /**
     * Somebody held the place's name; the PIN is asked.
     *
     * @param digits how many are typed; the digits themselves are not shown anywhere
     * @param wrong whether the last PIN was wrong
     * @param lockedUntilMillis uptime until which no PIN is taken, 0: not locked
     */
    public record PinAsked(int digits, boolean wrong, long lockedUntilMillis) implements Phase {}

    /**
     * The menu for staff, after the right PIN.
     *
     * @param ending what was chosen to end the app and waits for a second word: {@link Control.Act#STAFF_RESTART} or
     *     {@link Control.Act#STAFF_STOP}
     */
    public record StaffMenu(StaffFigures figures, Optional<Control.Act> ending) implements Phase {
        public StaffMenu(StaffFigures figures) {
            this(figures, Optional.empty());
        }
    }

    /** Staff try each button; nothing is stored. */
    public record ButtonTest(List<StaffFigures.Button> buttons) implements Phase {
        public ButtonTest {
            buttons = List.copyOf(buttons);
        }
    }

    /** Staff have the responses that wait written to a stick. */
    public record CarryingOut(Carrying carrying) implements Phase {}

    /**
     * @param fromMillis uptime when the vote was stored
     * @param untilMillis uptime when it can no longer be taken back
     */
    public record Undo(long fromMillis, long untilMillis) {}

    /** What lies over a step. */
    public sealed interface Over {}

    /**
     * Languages and what helps to see and hear.
     *
     * @param heard what this terminal can make heard; the rest is not offered
     */
    public record ComfortSheet(Heard heard) implements Over {
        public ComfortSheet() {
            this(Heard.ALL);
        }
    }

    /**
     * @param speech whether there is a voice for the language shown
     * @param sound whether there is a speaker
     */
    public record Heard(boolean speech, boolean sound) {
        public static final Heard ALL = new Heard(true, true);
    }

    /** All the languages, when they do not fit under the question. */
    public record LanguageSheet() implements Over {}

    /**
     * A button was held: its meaning is shown large while it is spoken; nothing is chosen.
     *
     * @param about the control the button stands for
     * @param untilMillis uptime when it goes away by itself
     * @param help whether holding the button again opens the {@link ComfortSheet}
     */
    public record Explaining(Control about, long untilMillis, boolean help) implements Over {
        public Explaining(Control about, long untilMillis) {
            this(about, untilMillis, true);
        }
    }

    /** Nobody touched anything for a while: the visit ends soon unless somebody says otherwise. */
    public record StillThere(long fromMillis, long untilMillis) implements Over {}
}
