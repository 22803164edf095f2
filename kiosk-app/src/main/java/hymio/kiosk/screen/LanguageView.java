package hymio.kiosk.screen;

/** Being drawn. */
final class LanguageView {
    static View of(Sight sight) {
        return new Board(sight);
    }

    private LanguageView() {}
}
