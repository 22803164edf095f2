package hymio.server.bench;

import hymio.wire.Batch;
import hymio.wire.Heartbeat;
import hymio.wire.PressTime;
import hymio.wire.Response;
import hymio.wire.WireCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What one terminal was pressed: an endless row of responses, spread over a span of time up to now. Visitors come at
 * times of their own, so that times compress no better than real ones. Not thread-safe.
 */
final class Presses {
    private static final Heartbeat WELL = new Heartbeat("0.1.0", "", 0, List.of());
    private static final int FACES = 4;

    private final UUID journal;
    private final UUID boot;
    private final RandomGenerator random;
    private final long bootMillis;
    private final long stepMillis;
    private long last;
    private long uptimeMillis = 60_000;

    /**
     * @param nowMillis of the last press
     * @param spanMillis over which they are spread
     * @param presses that will be asked for in all
     */
    Presses(RandomGenerator random, long nowMillis, long spanMillis, long presses) {
        this.random = random;
        journal = new UUID(random.nextLong(), random.nextLong());
        boot = new UUID(random.nextLong(), random.nextLong());
        bootMillis = nowMillis - spanMillis - uptimeMillis;
        stepMillis = Math.max(1, spanMillis / Math.max(1, presses) * 9 / 10); // none lies in the future
    }

    Batch next(int size) {
        List<Response> responses = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            last++;
            uptimeMillis += 1 + random.nextLong(2 * stepMillis);
            responses.add(new Response(last, last, "service@1", 1 + random.nextInt(FACES), time()));
        }
        return new Batch(journal, last, time(), responses, WELL);
    }

    private PressTime time() {
        return new PressTime(boot, uptimeMillis, bootMillis, true);
    }

    /** As it goes over the wire. */
    static byte[] gzip(WireCodec codec, Batch batch) {
        return codec.gzip(codec.write(batch));
    }
}
