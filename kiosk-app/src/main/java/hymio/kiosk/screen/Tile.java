package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;
import hymio.kiosk.visit.Control.Act;
import java.util.Optional;

/**
 * One thing to press on a sheet.
 *
 * @param sign drawn above the label where there is room
 * @param label with soft hyphens
 * @param state in words, of what is on or off
 * @param on whether it is chosen: filled, with a check mark
 */
record Tile(Control control, Optional<Sign> sign, String label, Optional<String> state, boolean on) {
    static Tile of(Sight sight, Control control) {
        String label = Labels.of(sight.state(), control);
        return switch (control) {
            case Control.ToggleOf toggle -> {
                boolean on = sight.state().comfort().has(toggle.toggle());
                String state = sight.texts().of(on ? "state.on" : "state.off");
                yield new Tile(control, Optional.of(sign(toggle.toggle())), label, Optional.of(state), on);
            }
            case Control.LanguageOf language -> {
                boolean on = language.language().equals(sight.state().language());
                yield new Tile(control, Optional.of(Sign.CHECK).filter(unused -> on), label, Optional.empty(), on);
            }
            case Control.Simple simple -> new Tile(control, sign(simple.act()), label, Optional.empty(), false);
            default -> new Tile(control, Optional.empty(), label, Optional.empty(), false);
        };
    }

    private static Sign sign(Control.Toggle toggle) {
        return switch (toggle) {
            case LARGE -> Sign.LARGE;
            case CONTRAST -> Sign.CONTRAST;
            case CALM -> Sign.CALM;
            case VOICE -> Sign.VOICE;
        };
    }

    private static Optional<Sign> sign(Act act) {
        return switch (act) {
            case LOUDER -> Optional.of(Sign.LOUDER);
            case QUIETER -> Optional.of(Sign.QUIETER);
            case READ -> Optional.of(Sign.READ);
            case LANGUAGES -> Optional.of(Sign.GLOBE);
            case CLOSE -> Optional.of(Sign.CROSS);
            default -> Optional.empty();
        };
    }
}
