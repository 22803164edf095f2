package hymio.kiosk.visit;

import hymio.kiosk.press.Press;
import hymio.kiosk.visit.Visit.Ledger;
import hymio.kiosk.visit.VisitState.Answering;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.ButtonTest;
import hymio.kiosk.visit.VisitState.ComfortSheet;
import hymio.kiosk.visit.VisitState.Explaining;
import hymio.kiosk.visit.VisitState.Finger;
import hymio.kiosk.visit.VisitState.Over;
import hymio.kiosk.visit.VisitState.Phase;
import hymio.kiosk.visit.VisitState.PinAsked;
import hymio.kiosk.visit.VisitState.Playing;
import hymio.kiosk.visit.VisitState.Saving;
import hymio.kiosk.visit.VisitState.Sleeping;
import hymio.kiosk.visit.VisitState.StaffMenu;
import hymio.kiosk.visit.VisitState.StillThere;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.wire.Behaviour;
import hymio.wire.MisuseRule;
import hymio.wire.Questionnaire;
import java.util.Optional;

/**
 * What each event means. Pure: no clock, no disk, no screen; the same events give the same effects.
 *
 * @param language shown to each new visitor
 * @param thanksMillis how long thanks stay at least
 * @param screen whether there is one; without it a press is a vote and nothing follows
 */
public record VisitMachine(String language, long thanksMillis, boolean screen) {
    /** How long a vote can be taken back. */
    static final long UNDO_MILLIS = 5_000;
    /** An explanation that nobody ends. */
    static final long EXPLAIN_MILLIS = 8_000;
    /** Time to say that one is still there: WCAG 2.2, 2.2.1 asks for 20 seconds. */
    static final long STILL_THERE_MILLIS = 20_000;

    /** The visit before anybody came. */
    public Visit start(Questionnaire questionnaire, Behaviour behaviour, boolean staffPin) {
        Visit.Terminal terminal = new Visit.Terminal(
                behaviour, Optional.empty(), MisuseRule.NEVER, Long.MIN_VALUE, new StaffLock(staffPin, 0, 0));
        return new Visit(new VisitState(questionnaire, language, new Asking()), 0, Ledger.EMPTY, terminal);
    }

    public Step step(Visit visit, VisitEvent event) {
        Step step = meaning(visit, event);
        return Spoken.aloud(visit, event, step);
    }

    private Step meaning(Visit visit, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Down down -> down(visit, down);
            case VisitEvent.Cancelled cancelled ->
                visit.shown().phase() instanceof Finger
                        ? Step.show(visit, visit.shown().phase(new Asking()))
                        : Step.stay(visit);
            case VisitEvent.Pressed pressed -> pressed(visit, pressed.press());
            case VisitEvent.Held held -> held(visit, held.press());
            case VisitEvent.Touched touched -> touches().touched(visit, touched);
            case VisitEvent.TouchedBeside beside -> times().beside(visit, beside.atMillis());
            case VisitEvent.StaffHold hold -> Staff.hold(visit, hold.atMillis());
            case VisitEvent.Typed typed -> FollowUps.typed(visit.touched(typed.atMillis()), typed.text());
            case VisitEvent.Stored stored -> votes().stored(visit, stored);
            case VisitEvent.NotStored failed -> votes().notStored(visit, failed.atMillis());
            case VisitEvent.PinChecked checked -> Staff.checked(visit, checked);
            case VisitEvent.Figures figures -> Staff.figures(visit, figures.figures());
            case VisitEvent.Buttons buttons -> Staff.buttons(visit, buttons.buttons());
            case VisitEvent.Tick tick -> times().tick(visit, tick);
            case VisitEvent.NewConfig config ->
                Step.stay(visit.terminal(visit.terminal().next(Optional.of(config))));
        };
    }

    private Step down(Visit visit, VisitEvent.Down down) {
        VisitState shown = visit.shown();
        if (shown.phase() instanceof Sleeping) {
            return times().wake(visit, down.atMillis());
        }
        boolean votes = shown.phase() instanceof Asking && shown.over().isEmpty();
        return votes && face(shown, down.button())
                ? Step.show(
                        visit.touched(down.atMillis()),
                        shown.phase(new Finger(visit.terminal().visible(down.button()))))
                : Step.stay(visit.touched(down.atMillis()));
    }

    private Step pressed(Visit before, Press press) {
        long at = press.time().uptimeMillis();
        VisitState shown = before.shown();
        if (shown.phase() instanceof Sleeping) {
            return times().wake(before, at);
        }
        if (at <= before.terminal().wokenMillis()) {
            return Step.stay(before);
        }
        Visit visit = before.touched(at);
        if (shown.phase() instanceof ButtonTest) {
            return Step.stay(visit);
        }
        if (steps(shown) && !drumming(visit, at)) {
            return touches().button(visit, press);
        }
        return face(shown, press.button()) ? votes().vote(visit, press.button(), press.time()) : Step.stay(visit);
    }

    /** Held, a button is explained; held again, it opens the sheet for those who need help to see or hear. */
    private Step held(Visit before, Press press) {
        long at = press.time().uptimeMillis();
        VisitState shown = before.shown();
        Visit visit = before.touched(at);
        if (shown.phase() instanceof Sleeping || at <= before.terminal().wokenMillis()) {
            return Step.stay(visit);
        }
        if (shown.phase() instanceof ButtonTest) {
            return Step.stay(visit);
        }
        if (undoes(visit, press.button())) {
            return votes().undo(visit, press.time());
        }
        if (steps(shown)) {
            return Step.stay(visit).and(Spoken.focused(visit));
        }
        return face(shown, press.button()) ? explain(visit, press.button(), at) : Step.stay(visit);
    }

    private Step explain(Visit visit, int button, long at) {
        VisitState shown = visit.shown();
        Control.FaceOf about = new Control.FaceOf(button);
        Phase phase = shown.phase() instanceof Finger ? new Asking() : shown.phase();
        boolean again = shown.over().filter(Explaining.class::isInstance).isPresent();
        Over over = again && screen ? new ComfortSheet() : new Explaining(about, at + EXPLAIN_MILLIS);
        VisitState next = shown.phase(phase).over(Optional.of(over));
        Step step = Step.show(visit, next);
        return over instanceof ComfortSheet
                ? step.and(new VisitEffect.Say(next, Optional.empty(), visit.volumePercent()))
                : step.and(new VisitEffect.Say(next, Optional.of(about), visit.volumePercent()));
    }

    /** Whoever holds the button that they just voted with takes the vote back. */
    private static boolean undoes(Visit visit, int button) {
        VisitState shown = visit.shown();
        boolean running = shown.undo().isPresent() && shown.over().isEmpty();
        boolean thanked = shown.phase() instanceof Thanking || shown.phase() instanceof Playing;
        return running
                && thanked
                && visit.ledger().given().stream().anyMatch(it -> it.entry().option() == button);
    }

    /** Whether buttons step from control to control here instead of voting. */
    static boolean steps(VisitState shown) {
        return shown.over().filter(it -> !(it instanceof Explaining)).isPresent()
                || switch (shown.phase()) {
                    case Answering unused -> true;
                    case PinAsked unused -> true;
                    case StaffMenu unused -> true;
                    default -> false;
                };
    }

    /** A hand that drums on the buttons does not answer the question that has just come up. */
    private static boolean drumming(Visit visit, long at) {
        return visit.shown().phase() instanceof Answering
                && !visit.terminal().misuse().press(at).counts();
    }

    private static boolean face(VisitState shown, int button) {
        return button >= 1
                && button
                        <= shown.questionnaire().questions().getFirst().faces().size();
    }

    private Votes votes() {
        return new Votes(language, screen);
    }

    private Touches touches() {
        return new Touches(votes());
    }

    private Times times() {
        return new Times(this, votes());
    }

    static boolean stillThere(VisitState shown) {
        return shown.over().filter(StillThere.class::isInstance).isPresent();
    }

    static boolean saving(VisitState shown) {
        return shown.phase() instanceof Saving;
    }
}
