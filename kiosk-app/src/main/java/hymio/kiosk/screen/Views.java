package hymio.kiosk.screen;

import hymio.kiosk.visit.VisitState.Asking;
import hymio.kiosk.visit.VisitState.ButtonTest;
import hymio.kiosk.visit.VisitState.CarryingOut;
import hymio.kiosk.visit.VisitState.Choosing;
import hymio.kiosk.visit.VisitState.ComfortSheet;
import hymio.kiosk.visit.VisitState.Explaining;
import hymio.kiosk.visit.VisitState.Finger;
import hymio.kiosk.visit.VisitState.LanguageSheet;
import hymio.kiosk.visit.VisitState.Over;
import hymio.kiosk.visit.VisitState.PinAsked;
import hymio.kiosk.visit.VisitState.Playing;
import hymio.kiosk.visit.VisitState.Reviewing;
import hymio.kiosk.visit.VisitState.Saving;
import hymio.kiosk.visit.VisitState.Sleeping;
import hymio.kiosk.visit.VisitState.Sorry;
import hymio.kiosk.visit.VisitState.StaffMenu;
import hymio.kiosk.visit.VisitState.StillThere;
import hymio.kiosk.visit.VisitState.TakenBack;
import hymio.kiosk.visit.VisitState.Thanking;
import hymio.kiosk.visit.VisitState.Writing;
import hymio.wire.Questionnaire;
import org.jspecify.annotations.Nullable;

/** Which picture shows which state. JavaFX thread only. */
final class Views {
    /** What the picture of the first question depends on. */
    private record Asked(
            Frame frame, Theme theme, Town town, Questionnaire questionnaire, String language, boolean calm) {
        static Asked of(Sight sight) {
            return new Asked(
                    sight.frame(),
                    sight.theme(),
                    sight.town(),
                    sight.state().questionnaire(),
                    sight.state().language(),
                    sight.calm());
        }
    }

    private final Hands hands;
    private @Nullable Asked asked;
    private @Nullable AskingView asking;

    Views(Hands hands) {
        this.hands = hands;
    }

    /** The step of the visit, whatever lies over it. */
    View step(Sight sight) {
        return switch (sight.state().phase()) {
            case Asking unused -> asking(sight).rest();
            case Finger finger -> asking(sight).press(finger.option());
            case Saving saving -> asking(sight).press(saving.option());
            case Choosing unused -> ChoosingView.of(sight);
            case Writing unused -> WritingView.of(sight);
            case Reviewing unused -> ReviewingView.of(sight);
            case Thanking unused -> ThanksView.of(sight);
            case TakenBack unused -> ThanksView.of(sight);
            case Sorry unused -> ThanksView.of(sight);
            case Playing unused -> ThanksView.of(sight);
            case Sleeping unused -> SleepingView.of(sight);
            case PinAsked unused -> PinView.of(sight);
            case StaffMenu unused -> StaffMenuView.of(sight);
            case ButtonTest unused -> ButtonTestView.of(sight);
            case CarryingOut it -> CarryView.of(sight, it.carrying());
        };
    }

    /** What lies over the step. */
    View over(Sight sight, Over over) {
        return switch (over) {
            case ComfortSheet unused -> ComfortView.of(sight);
            case LanguageSheet unused -> LanguageView.of(sight);
            case Explaining explaining -> ExplainingView.of(sight, explaining.about());
            case StillThere unused -> StillThereView.of(sight);
        };
    }

    /** Whether this face is sunk already: then there is nothing to draw, which would only delay the picture of it. */
    boolean sunk(int option) {
        return asking != null && asking.sunk() == option;
    }

    /** Sinks a face of the question that is on the screen. */
    void sink(int option) {
        if (asking != null) {
            asking.press(option);
        }
    }

    /** Kept from visit to visit: a press must not wait for text to be measured. */
    private AskingView asking(Sight sight) {
        Asked now = Asked.of(sight);
        AskingView drawn = asking;
        if (drawn == null || !now.equals(asked)) {
            drawn = AskingView.of(sight, hands);
            asking = drawn;
            asked = now;
        }
        return drawn;
    }
}
