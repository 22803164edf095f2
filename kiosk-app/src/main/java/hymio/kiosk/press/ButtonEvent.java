package hymio.kiosk.press;

import hymio.wire.PressTime;

/** What a hand did with a button. Each {@link Down} is followed by exactly one of the others for the same button. */
public sealed interface ButtonEvent {
    /**
     * A finger is on the button: to be shown at once; it decides nothing.
     *
     * @param time of the leading edge
     */
    record Down(int button, PressTime time) implements ButtonEvent {}

    /** The button was let go before the long-press time: a vote. */
    record Pressed(Press press) implements ButtonEvent {}

    /**
     * The button has been down for the long-press time: says what it means, never votes. The finger may still be on it.
     */
    record Held(Press press) implements ButtonEvent {}

    /** It came to nothing: a ghost pulse, a repeat, or the chip went while the button was down. */
    record Cancelled(int button) implements ButtonEvent {}
}
