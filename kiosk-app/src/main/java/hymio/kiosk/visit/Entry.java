package hymio.kiosk.visit;

import hymio.wire.PressTime;
import hymio.wire.Response;

/**
 * A response that the outbox shall hold.
 *
 * @param visit number of the visit's first response; 0: this is it
 */
public record Entry(long visit, String question, int option, PressTime time, Response.Extra extra) {
    Entry visit(long number) {
        return new Entry(number, question, option, time, extra);
    }

    @Override
    public String toString() {
        return "Entry[" + question + " " + option + "]"; // what somebody wrote must not end in a log
    }
}
