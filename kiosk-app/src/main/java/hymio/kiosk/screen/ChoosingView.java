package hymio.kiosk.screen;

/** Being drawn in a branch of its own. */
final class ChoosingView {
    static View of(Sight sight) {
        return new Board(sight);
    }

    private ChoosingView() {}
}
