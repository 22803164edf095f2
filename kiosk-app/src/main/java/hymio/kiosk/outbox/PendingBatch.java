package hymio.kiosk.outbox;

import hymio.wire.BootTime;
import hymio.wire.Response;
import java.util.List;
import java.util.UUID;

/**
 * The oldest responses of one journal that the server does not hold yet.
 *
 * @param last highest number the journal has minted
 * @param responses oldest first; empty when nothing waits
 * @param boots what is known of the boots in which the clock of these responses was not trusted
 */
public record PendingBatch(UUID journal, long last, List<Response> responses, List<BootTime> boots) {
    public PendingBatch {
        responses = List.copyOf(responses);
        boots = List.copyOf(boots);
    }
}
