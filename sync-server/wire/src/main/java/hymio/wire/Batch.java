package hymio.wire;

import java.util.List;
import java.util.UUID;

/**
 * Responses of one journal, oldest first, with a heartbeat. May hold no response: then it is a heartbeat only.
 *
 * @param journal the outbox file that minted the numbers
 * @param last highest number the journal has minted, sent or not: the server sees what is still to come
 * @param sent the terminal's clocks when it sent this: the server can re-time presses of the same boot
 * @param responses numbers strictly rising
 */
public record Batch(UUID journal, long last, PressTime sent, List<Response> responses, Heartbeat heartbeat) {
    public Batch {
        Check.range("last", last, 0, Limits.NUMBER);
        Check.size("responses", responses, Limits.BATCH_RESPONSES);
        responses = List.copyOf(responses);
        long previous = 0;
        for (int i = 0; i < responses.size(); i++) {
            long number = responses.get(i).number();
            if (number <= previous) {
                throw new BadValueException(
                        "responses[" + i + "].number", "must be higher than " + previous + ", not " + number);
            }
            previous = number;
        }
        if (previous > last) {
            throw new BadValueException("last", "must be at least the highest number sent, " + previous);
        }
    }
}
