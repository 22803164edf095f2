package hymio.kiosk.screen;

/** Being drawn. */
final class ComfortView {
    static View of(Sight sight) {
        return new Board(sight);
    }

    private ComfortView() {}
}
