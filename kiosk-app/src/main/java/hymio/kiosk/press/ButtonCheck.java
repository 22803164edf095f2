package hymio.kiosk.press;

/**
 * One button in the staff menu's button test.
 *
 * @param button 1 is the leftmost, best face
 * @param down whether it is down now
 * @param presses how often a hand has pushed it since the start: votes, holds and repeats
 * @param ghosts how often it gave a pulse that no hand can make
 * @param stuck whether it has been down for so long that it must be jammed
 */
public record ButtonCheck(int button, boolean down, long presses, long ghosts, boolean stuck) {}
