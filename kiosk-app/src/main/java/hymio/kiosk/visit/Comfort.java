package hymio.kiosk.visit;

/**
 * What one visitor chose to see and hear better; the next visitor starts with {@link #NONE}.
 *
 * @param large larger text
 * @param contrast dark ground, bright text
 * @param calm nothing moves
 * @param voice the screen is read aloud
 * @param louder steps above (or below, negative) the terminal's own volume, -2 to 2
 */
public record Comfort(boolean large, boolean contrast, boolean calm, boolean voice, int louder) {
    public static final Comfort NONE = new Comfort(false, false, false, false, 0);
    /** Percent of the volume that one step is. */
    public static final int STEP_PERCENT = 20;

    public static final int STEPS = 2;

    public Comfort {
        louder = Math.clamp(louder, -STEPS, STEPS);
    }

    public Comfort toggled(Control.Toggle toggle) {
        return switch (toggle) {
            case LARGE -> new Comfort(!large, contrast, calm, voice, louder);
            case CONTRAST -> new Comfort(large, !contrast, calm, voice, louder);
            case CALM -> new Comfort(large, contrast, !calm, voice, louder);
            case VOICE -> new Comfort(large, contrast, calm, !voice, louder);
        };
    }

    public boolean has(Control.Toggle toggle) {
        return switch (toggle) {
            case LARGE -> large;
            case CONTRAST -> contrast;
            case CALM -> calm;
            case VOICE -> voice;
        };
    }

    /** With speech: whoever asks for help by holding a button cannot look for the switch. */
    public Comfort speaking() {
        return voice ? this : toggled(Control.Toggle.VOICE);
    }

    public Comfort louder(int steps) {
        return new Comfort(large, contrast, calm, voice, louder + steps);
    }
}
