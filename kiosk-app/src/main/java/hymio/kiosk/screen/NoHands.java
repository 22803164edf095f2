package hymio.kiosk.screen;

import hymio.kiosk.visit.Control;

/** Nobody is at the screen. */
final class NoHands implements Hands {
    @Override
    public void touched(Control control) {}

    @Override
    public void touchedBeside() {}

    @Override
    public void staffHold() {}

    @Override
    public void key(int button, boolean down) {}

    @Override
    public void typed(String text) {}
}
