package hymio.kiosk.screen;

/**
 * How the screen is set up on this terminal.
 *
 * @param theme its colours, until the town's own look comes
 * @param fullScreen whether it covers the whole display, without pointer and frame
 * @param width of the window in pixels when it is not full screen
 * @param height of the window in pixels when it is not full screen
 * @param calm whether nothing moves
 * @param inches diagonal of the panel, 0 when nobody said: letters and targets are measured on it
 */
public record ScreenSettings(Theme theme, boolean fullScreen, int width, int height, boolean calm, double inches) {
    public ScreenSettings {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A window needs a size, not " + width + "x" + height + ".");
        }
        if (inches < 0) {
            throw new IllegalArgumentException("A panel's diagonal is not " + inches + " inches.");
        }
    }

    Panel panel() {
        return new Panel(inches);
    }
}
