package hymio.simulation;

import hymio.wire.BadWireException;
import hymio.wire.Batch;
import hymio.wire.Receipt;
import hymio.wire.Response;
import hymio.wire.WireCodec;
import java.util.List;
import java.util.Optional;

/** Batches and receipts taken out of calls, and made anew. */
final class Wires {
    /** @throws IllegalStateException when the call carries none */
    static Batch batch(WireCodec codec, Call call) {
        try {
            return codec.read(codec.gunzip(call.body()), Batch.class);
        } catch (BadWireException e) {
            throw new IllegalStateException("a terminal sent what its own codec cannot read", e);
        }
    }

    static Optional<Receipt> receipt(WireCodec codec, Call.Answer answer) {
        try {
            return answer.status() == 200 ? Optional.of(codec.read(answer.body(), Receipt.class)) : Optional.empty();
        } catch (BadWireException e) {
            return Optional.empty();
        }
    }

    /** A receipt that names every number of a batch, rightly or not. */
    static Receipt allOf(Batch batch, long nowMillis) {
        List<Receipt.Range> all = batch.responses().stream()
                .map(it -> new Receipt.Range(it.number(), it.number()))
                .toList();
        return new Receipt(batch.journal(), all, List.of(), nowMillis, "none", 60);
    }

    static Batch responses(Batch it, long last, List<Response> responses) {
        return new Batch(it.journal(), last, it.sent(), responses, it.heartbeat(), it.boots());
    }

    private Wires() {}
}
