package hymio.kiosk.screen;

/** The screen sleeps: black but for one dim line that stands elsewhere each minute, so that nothing burns in. */
final class SleepingView {
    static View of(Sight sight) {
        return new Board(sight);
    }

    private SleepingView() {}
}
