package hymio.server;

import hymio.wire.Batch;
import hymio.wire.Heartbeat;
import hymio.wire.PressTime;
import hymio.wire.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Batches as a terminal with a synchronised clock sends them. */
public final class Batches {
    public static final UUID BOOT = UUID.fromString("0f0e0d0c-0b0a-4908-8706-050403020100");
    /** The terminal booted a thousand days before the tests begin. */
    public static final long OFFSET =
            TestClock.START.minus(Duration.ofDays(1000)).toEpochMilli();

    public static final Heartbeat WELL = new Heartbeat("0.1.0", "", 0, List.of());

    /** The moment a press was made, on the synchronised clock. */
    public static PressTime at(Instant moment) {
        return new PressTime(BOOT, moment.toEpochMilli() - OFFSET, OFFSET, true);
    }

    public static Response response(long number, int option) {
        return response(number, option, TestClock.START.minusSeconds(60));
    }

    public static Response response(long number, int option, Instant moment) {
        return new Response(number, number, "service@1", option, at(moment));
    }

    public static Batch of(UUID journal, Response... responses) {
        long last = Stream.of(responses).mapToLong(Response::number).max().orElse(0);
        return new Batch(journal, last, at(TestClock.START), List.of(responses), WELL);
    }

    private Batches() {}
}
