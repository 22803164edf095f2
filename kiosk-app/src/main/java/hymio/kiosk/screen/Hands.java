package hymio.kiosk.screen;

/** What the visitor did on the screen. Called from the JavaFX thread; must not block. */
public interface Hands {
    /** A face was touched, or a key 1–5 was pressed. */
    void pressed(int button, boolean byKey);

    void languageChosen(String language);

    /** The screen was touched beside every control. */
    void dismissed();
}
