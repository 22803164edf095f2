package hymio.kiosk.visit;

import hymio.kiosk.press.Press;
import hymio.kiosk.visit.VisitState.Answering;
import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.ButtonTest;
import hymio.kiosk.visit.VisitState.CarryingOut;
import hymio.kiosk.visit.VisitState.ComfortSheet;
import hymio.kiosk.visit.VisitState.Explaining;
import hymio.kiosk.visit.VisitState.Finger;
import hymio.kiosk.visit.VisitState.Over;
import hymio.kiosk.visit.VisitState.PinAsked;
import hymio.kiosk.visit.VisitState.Playing;
import hymio.kiosk.visit.VisitState.Sleeping;
import hymio.kiosk.visit.VisitState.StaffMenu;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.wire.Behaviour;
import hymio.wire.MisuseRule;
import hymio.wire.Questionnaire;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What each event means. Pure: no clock, no disk, no screen; the same events give the same effects.
 *
 * @param language shown to each new visitor; Finnish where the questionnaire does not have it
 * @param thanksMillis how long thanks stay at least
 * @param screen whether there is one; without it a press is a vote and nothing follows
 */
public record VisitMachine(String language, long thanksMillis, boolean screen) {
    /** How long a vote can be taken back. */
    static final long UNDO_MILLIS = 5_000;
    /** The same for one who listens: how to take back is a sentence of up to 15 seconds. */
    static final long UNDO_HEARD_MILLIS = 20_000;
    /** An explanation that nobody ends: up to 13 seconds of speech, and time to hold the button again. */
    static final long EXPLAIN_MILLIS = 20_000;
    /** Time to say that one is still there: WCAG 2.2, 2.2.1 asks for 20 seconds. */
    static final long STILL_THERE_MILLIS = 20_000;

    /** The visit before anybody came. */
    public Visit start(Questionnaire questionnaire, Behaviour behaviour, boolean staffPin) {
        Visit.Terminal terminal = new Visit.Terminal(
                behaviour, Optional.empty(), MisuseRule.NEVER, Long.MIN_VALUE, new StaffLock(staffPin, 0, 0));
        return new Visit(votes().atRest(questionnaire), 0, 0, Ledger.EMPTY, terminal);
    }

    public Step step(Visit visit, VisitEvent event) {
        Step step = Hand.settled(visit, event, meaning(visit, event));
        return Spoken.aloud(visit, event, step);
    }

    /** After a fault of its own: nobody is here, and nothing but the terminal is remembered. */
    Step afresh(Visit visit) {
        return votes().rest(visit);
    }

    private Step meaning(Visit visit, VisitEvent event) {
        OptionalLong hand = Hand.at(event);
        if (hand.isPresent() && visit.shown().phase() instanceof Sleeping) {
            return times().wake(visit, hand.getAsLong());
        }
        if (hand.isPresent() && Times.stillThere(visit.shown())) {
            Visit stays = Times.stay(visit, hand.getAsLong());
            return event instanceof VisitEvent.Typed ? happened(stays, event) : Step.stay(stays);
        }
        return happened(visit, event);
    }

    private Step happened(Visit visit, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Down down -> down(visit, down);
            case VisitEvent.Cancelled cancelled -> cancelled(visit, cancelled.button());
            case VisitEvent.Pressed pressed -> pressed(visit, pressed.press());
            case VisitEvent.Held held -> held(visit, held.press());
            case VisitEvent.Touched touched -> touches().touched(visit, touched);
            case VisitEvent.TouchedBeside beside -> times().beside(visit, beside.atMillis());
            case VisitEvent.StaffHold hold -> Staff.hold(visit, hold.atMillis());
            case VisitEvent.Typed typed -> Touches.typed(visit.touched(typed.atMillis()), typed.text());
            case VisitEvent.Stored stored -> votes().stored(visit, stored);
            case VisitEvent.NotStored failed -> votes().notStored(visit, failed.atMillis());
            case VisitEvent.PinChecked checked -> Staff.checked(visit, checked);
            case VisitEvent.Heard heard -> Touches.heard(visit, heard.heard());
            case VisitEvent.Figures figures -> Staff.figures(visit, figures.figures());
            case VisitEvent.Buttons buttons -> Staff.buttons(visit, buttons.buttons());
            case VisitEvent.Carried carried -> Staff.carried(visit, carried);
            case VisitEvent.Tick tick -> times().tick(visit, tick);
            case VisitEvent.NewConfig config ->
                Step.stay(visit.terminal(visit.terminal().next(config)));
        };
    }

    private static Step down(Visit before, VisitEvent.Down down) {
        Visit visit = before.touched(down.atMillis());
        VisitState shown = visit.shown();
        boolean votes = shown.phase() instanceof Asking
                && shown.over().isEmpty()
                && face(shown, down.button())
                && !Hand.waking(visit, down.atMillis());
        return votes
                ? Step.show(visit, shown.phase(new Finger(visit.terminal().visible(down.button()))))
                : Step.stay(visit);
    }

    private static Step cancelled(Visit visit, int button) {
        return visit.shown().phase() instanceof Finger finger
                        && finger.option() == visit.terminal().visible(button)
                ? Step.stay(lifted(visit))
                : Step.stay(visit);
    }

    /** Without the finger that was shown. */
    private static Visit lifted(Visit visit) {
        VisitState shown = visit.shown();
        return shown.phase() instanceof Finger ? visit.show(shown.phase(new Asking())) : visit;
    }

    private Step pressed(Visit before, Press press) {
        long at = press.time().uptimeMillis();
        Visit visit = lifted(before.touched(at));
        VisitState shown = visit.shown();
        if (Hand.waking(before, at) || shown.phase() instanceof ButtonTest) {
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
        Visit visit = lifted(before.touched(at));
        VisitState shown = visit.shown();
        if (Hand.waking(before, at) || shown.phase() instanceof ButtonTest) {
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
        Control.FaceOf about = new Control.FaceOf(button);
        if (screen && explained(visit.shown(), about)) {
            VisitState shown = visit.shown();
            VisitState sheet = shown.comfort(shown.comfort().speaking()).over(Optional.of(new ComfortSheet()));
            return Step.show(visit, sheet)
                    .and(new VisitEffect.Say(sheet, Optional.empty(), visit.volumePercent()))
                    .and(new VisitEffect.AskHeard(sheet.language()));
        }
        Over over = new Explaining(about, at + EXPLAIN_MILLIS, screen);
        VisitState next = visit.shown().over(Optional.of(over));
        return Step.show(visit, next).and(new VisitEffect.Say(next, Optional.of(about), visit.volumePercent()));
    }

    private static boolean explained(VisitState shown, Control about) {
        return shown.over().orElse(null) instanceof Explaining explaining
                && explaining.about().equals(about);
    }

    /** Whoever holds the button that they just voted with takes the vote back. */
    private static boolean undoes(Visit visit, int button) {
        VisitState shown = visit.shown();
        boolean thanked = shown.phase() instanceof Thanking || shown.phase() instanceof Playing;
        return shown.undo().isPresent()
                && thanked
                && !sheet(shown)
                && visit.ledger().given().stream()
                        .findFirst()
                        .filter(vote -> vote.entry().option() == button)
                        .isPresent();
    }

    /** Whether buttons step from control to control here instead of voting. */
    private static boolean steps(VisitState shown) {
        return sheet(shown)
                || switch (shown.phase()) {
                    case Answering unused -> true;
                    case PinAsked unused -> true;
                    case StaffMenu unused -> true;
                    case CarryingOut unused -> true;
                    default -> false;
                };
    }

    private static boolean sheet(VisitState shown) {
        return shown.over().filter(it -> !(it instanceof Explaining)).isPresent();
    }

    /** A hand that drums on the buttons does not answer the question that has just come up. */
    private static boolean drumming(Visit visit, long at) {
        VisitState shown = visit.shown();
        return shown.phase() instanceof Answering && shown.over().isEmpty() && !visit.quiet(at);
    }

    private static boolean face(VisitState shown, int button) {
        int faces = shown.questionnaire().questions().getFirst().faces().size();
        return button >= 1 && button <= faces;
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
}
