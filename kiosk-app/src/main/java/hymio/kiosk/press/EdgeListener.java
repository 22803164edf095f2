package hymio.kiosk.press;

import hymio.wire.PressTime;

/** Hears of buttons, from the thread of whoever reads them. Must not block. */
public interface EdgeListener {
    void edge(ButtonEdge edge);

    /**
     * A GPIO button was found down when its chip was opened; nobody knows since when. Only its next press counts.
     *
     * @param time when it was found
     */
    void alreadyDown(int button, PressTime time);

    /** The GPIO chip is gone, and with it all knowledge of what is down. */
    void lost();
}
