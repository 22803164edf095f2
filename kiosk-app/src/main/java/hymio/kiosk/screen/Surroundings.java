package hymio.kiosk.screen;

/** What the screen asks of its terminal at every picture. Called from the JavaFX thread; must not block. */
public interface Surroundings {
    /** Name of the place in a language, at most 80 characters; empty before the first config. */
    String place(String language);

    /** One line of what came of the feedback, in a language; empty: none. */
    default String strip(String language) {
        return "";
    }

    /** Whether nobody at the desk may see which face was pressed. */
    default boolean discreet() {
        return false;
    }

    /** Uptime in milliseconds, on the clock of the visit. */
    long uptimeMillis();
}
