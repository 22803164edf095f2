package hymio.kiosk.press;

import hymio.wire.PressTime;

/**
 * A button went down or came up.
 *
 * @param button 1 is the leftmost, best face
 * @param down whether it went down
 * @param time when the edge came, not when it was handled
 * @param source what the hand touched
 */
public record ButtonEdge(int button, boolean down, PressTime time, Press.Source source) {}
