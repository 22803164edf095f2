package hymio.kiosk.staff;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.press.ButtonCheck;
import hymio.kiosk.visit.StaffFigures.Button;
import java.util.List;
import org.junit.jupiter.api.Test;

class ButtonTrialTest {
    private List<ButtonCheck> checks = List.of();
    private final ButtonTrial trial = new ButtonTrial(2, () -> checks);

    @Test
    void buttonsThatWereNeverPressedAreListedToo() {
        assertThat(trial.look(true))
                .containsExactly(new Button(1, false, 0, 0, false), new Button(2, false, 0, 0, false));
    }

    @Test
    void newTestCountsFromZeroAndAnOldOneGoesOn() {
        checks = List.of(new ButtonCheck(1, false, 40, 3, false));
        trial.look(true);
        checks = List.of(new ButtonCheck(1, true, 42, 3, true), new ButtonCheck(2, false, 1, 0, false));
        assertThat(trial.look(false))
                .containsExactly(new Button(1, true, 2, 0, true), new Button(2, false, 1, 0, false));
        assertThat(trial.look(true)).extracting(Button::presses).containsExactly(0L, 0L);
    }

    @Test
    void keyBeyondTheButtonsIsShown() {
        checks = List.of(new ButtonCheck(5, false, 1, 0, false));
        assertThat(trial.look(false)).extracting(Button::button).containsExactly(1, 2, 5);
    }
}
