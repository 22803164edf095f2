package hymio.kiosk.press;

import hymio.wire.PressTime;

/**
 * One deliberate press, after debounce and repeat guard.
 *
 * @param button 1 is the leftmost, best face
 * @param time when the edge came, not when it was handled
 * @param source what the hand touched
 */
public record Press(int button, PressTime time, Source source) {
    /** What the hand touched. */
    public enum Source {
        GPIO,
        KEY,
        TOUCH
    }
}
