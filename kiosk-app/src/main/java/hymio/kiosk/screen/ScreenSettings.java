package hymio.kiosk.screen;

/**
 * How the screen is set up on this terminal.
 *
 * @param theme its colours
 * @param fullScreen whether it covers the whole display, without pointer and frame
 * @param width of the window in pixels when it is not full screen
 * @param height of the window in pixels when it is not full screen
 * @param calm whether nothing moves
 */
public record ScreenSettings(Theme theme, boolean fullScreen, int width, int height, boolean calm) {
    public ScreenSettings {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A window needs a size, not " + width + "x" + height + ".");
        }
    }
}
