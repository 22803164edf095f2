package hymio.kiosk.staff;

import hymio.kiosk.press.ButtonCheck;
import hymio.kiosk.visit.StaffFigures.Button;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The button test of the staff menu: counts from when it began. Not thread-safe: the visit's thread asks. */
public final class ButtonTrial {
    private final int buttons;
    private final Supplier<List<ButtonCheck>> checks;
    private Map<Integer, ButtonCheck> before = Map.of();

    /**
     * @param buttons how many the terminal has; those are listed also when they were never pressed
     * @param checks counts since the start
     */
    public ButtonTrial(int buttons, Supplier<List<ButtonCheck>> checks) {
        this.buttons = buttons;
        this.checks = checks;
    }

    /** @param fresh whether a new test begins */
    List<Button> look(boolean fresh) {
        Map<Integer, ButtonCheck> now =
                checks.get().stream().collect(Collectors.toMap(ButtonCheck::button, Function.identity()));
        if (fresh) {
            before = now;
        }
        return Stream.concat(IntStream.rangeClosed(1, buttons).boxed(), now.keySet().stream())
                .distinct()
                .sorted()
                .map(button -> row(of(now, button), of(before, button)))
                .toList();
    }

    private static ButtonCheck of(Map<Integer, ButtonCheck> checks, int button) {
        return checks.getOrDefault(button, new ButtonCheck(button, false, 0, 0, false));
    }

    private static Button row(ButtonCheck now, ButtonCheck then) {
        return new Button(
                now.button(), now.down(), now.presses() - then.presses(), now.ghosts() - then.ghosts(), now.stuck());
    }
}
