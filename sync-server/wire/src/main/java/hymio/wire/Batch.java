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
 * @param boots what is known by now of boots in which the clock was not trusted; each boot once
 */
public record Batch(
        UUID journal, long last, PressTime sent, List<Response> responses, Heartbeat heartbeat, List<BootTime> boots) {
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
        Check.size("boots", boots, Limits.BATCH_CLOCKS);
        boots = List.copyOf(boots);
        if (boots.stream().map(BootTime::boot).distinct().count() < boots.size()) {
            throw new BadValueException("boots", "must name each boot once");
        }
    }

    /** A batch that knows no more of its boots than its clocks say. */
    public Batch(UUID journal, long last, PressTime sent, List<Response> responses, Heartbeat heartbeat) {
        this(journal, last, sent, responses, heartbeat, List.of());
    }
}
