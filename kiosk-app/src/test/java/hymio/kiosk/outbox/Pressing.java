package hymio.kiosk.outbox;

import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What tests press, and a server that takes all. */
final class Pressing {
    static final UUID BOOT = new UUID(3, 4);
    static final PressTime NOW = time(10_000_000);

    static PressTime time(long uptime) {
        return new PressTime(BOOT, uptime, 1_795_000_000_000L, true);
    }

    static OutboxSetup on(String unit) {
        return new OutboxSetup(unit, 90, 64);
    }

    /** A visit of one response. */
    static long press(Outbox outbox, int option) {
        return press(outbox, 0, option, Response.Extra.NONE);
    }

    static long press(Outbox outbox, long visit, int option, Response.Extra extra) {
        return outbox.append(visit, "service@1", option, time(1_000 + outbox.last()), extra);
    }

    static void fill(Outbox outbox, int count) {
        for (int i = 0; i < count; i++) {
            press(outbox, 1 + i % 4);
        }
    }

    /** The same in one commit, where thousands are needed. */
    static void fillAtOnce(Outbox outbox, int count) {
        outbox.file()
                .write(
                        file -> Sql.transaction(file.writer(), writer -> {
                            int place = file.journals().newest().place();
                            for (int i = 0; i < count; i++) {
                                long last = file.journals().last(place);
                                file.append(
                                        place,
                                        new Responses.Entry(
                                                0, "service@1", 1 + i % 4, time(1_000 + last), Response.Extra.NONE));
                            }
                            return count;
                        }),
                        "filled");
    }

    /** Until nothing is left to do. */
    static void tidy(Outbox outbox) {
        tidy(outbox, NOW);
    }

    static void tidy(Outbox outbox, PressTime now) {
        for (int i = 0; i < 100_000 && outbox.tidy(now); i++) {}
    }

    /** All that waits, by journal, as a server would get it; settled. */
    static List<PendingBatch> drain(Outbox outbox) {
        List<PendingBatch> batches = new ArrayList<>();
        for (PendingBatch batch = outbox.oldest(1_000); !batch.responses().isEmpty(); batch = outbox.oldest(1_000)) {
            batches.add(batch);
            outbox.settle(
                    batch.journal(),
                    List.of(new Receipt.Range(
                            batch.responses().getFirst().number(),
                            batch.responses().getLast().number())));
        }
        return batches;
    }

    static List<Long> numbers(PendingBatch batch) {
        return batch.responses().stream().map(Response::number).toList();
    }

    private Pressing() {}
}
