package hymio.kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.press.Press;
import hymio.wire.Behaviour;
import hymio.wire.PressTime;
import hymio.wire.Questionnaire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where nobody may see which face was pressed, the screen looks the same for every face. */
class DiscreetTest {
    private static final Behaviour DISCREET = new Behaviour(true, 0, 20, 50, Optional.empty());

    @Test
    void everyFaceIsShownAlike() {
        assertThat(shown(DISCREET, 1)).hasSize(3).isEqualTo(shown(DISCREET, 4));
    }

    @Test
    void theFirstStepAfterwardsShowsNoFaceEither() {
        Walk walk = Walk.to(Asked.COMMENT, DISCREET).press(2);
        assertThat(walk.shown().voted()).hasValue(VisitState.ANY_FACE);
    }

    @Test
    void otherwiseThePressedFaceIsShown() {
        assertThat(shown(Behaviour.USUAL, 1)).isNotEqualTo(shown(Behaviour.USUAL, 4));
    }

    private static List<VisitState> shown(Behaviour behaviour, int button) {
        VisitMachine machine = new VisitMachine("fi", 2_500, true);
        Visit visit = machine.start(Questionnaire.BUILT_IN, behaviour, false);
        PressTime time = new PressTime(new UUID(0, 1), 1_000, 2_000, true);
        List<VisitState> shown = new ArrayList<>();
        for (VisitEvent event : List.of(
                new VisitEvent.Down(button, 900),
                new VisitEvent.Pressed(new Press(button, time, Press.Source.KEY)),
                new VisitEvent.Stored(1, 1_010))) {
            Step step = machine.step(visit, event);
            visit = step.visit();
            shown.add(visit.shown());
        }
        return shown;
    }
}
