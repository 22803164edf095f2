package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;

/** What the visitor did on the screen. Called from the JavaFX thread; must not block. */
public interface Hands {
    /** A finger came down on a control that the screen shows. */
    void touched(Control control);

    /** The screen was touched beside every control. */
    void touchedBeside();

    /** The name of the place was held: staff want in. */
    void staffHold();

    /** A key 1–5 went down or up; it stands for a physical button. */
    void key(int button, boolean down);

    /** A real keyboard typed this; {@code \b} is a backspace. */
    void typed(String text);
}
