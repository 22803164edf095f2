package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;

/** What a held button means: the face and its word, huge. Nothing is chosen. */
final class ExplainingView {
    static View of(Sight sight, Control about) {
        return new Board(sight);
    }

    private ExplainingView() {}
}
