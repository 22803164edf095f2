package hymio.kiosk.screen;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Turns keys into button numbers, one press for each time a key goes down, however long it is held. Not thread-safe.
 */
final class Keys {
    /** No button. */
    static final int NONE = 0;

    private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);

    /** The button that this key presses now, or {@link #NONE}. */
    int pressed(KeyCode key) {
        return down.add(key) ? button(key) : NONE;
    }

    /** The button that this key lets go now, or {@link #NONE}. */
    int released(KeyCode key) {
        return down.remove(key) ? button(key) : NONE;
    }

    /** The window no longer hears of keys that go up. */
    void allReleased(IntConsumer released) {
        down.stream().mapToInt(Keys::button).filter(button -> button != NONE).forEach(released);
        down.clear();
    }

    /** What a key of a real keyboard writes; {@code \b} for a backspace, nothing for keys that write nothing. */
    static Optional<String> typed(KeyEvent event) {
        String text = event.getCharacter();
        boolean shortcut = event.isControlDown() || event.isAltDown() || event.isMetaDown();
        boolean writes = text.equals("\b") || (text.length() > 0 && text.chars().noneMatch(Character::isISOControl));
        return Optional.of(text).filter(unused -> writes && !(shortcut && text.length() == 1 && text.charAt(0) < 128));
    }

    private static int button(KeyCode key) {
        return switch (key) {
            case DIGIT1, NUMPAD1 -> 1;
            case DIGIT2, NUMPAD2 -> 2;
            case DIGIT3, NUMPAD3 -> 3;
            case DIGIT4, NUMPAD4 -> 4;
            case DIGIT5, NUMPAD5 -> 5;
            default -> NONE;
        };
    }
}
