package hymio.kiosk.visit;

import hymio.wire.PressTime;
import hymio.wire.Response;

/**
 * A response that the outbox shall hold.
 *
 * @param visit number of the visit's first response; 0: this is it
 */
public record Entry(long visit, String question, int option, PressTime time, Response.Extra extra) {}
