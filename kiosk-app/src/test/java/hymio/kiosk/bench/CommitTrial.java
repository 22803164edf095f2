package hymio.kiosk.bench;

import hymio.bench.Samples;
import hymio.kiosk.outbox.Outbox;
import hymio.wire.PressTime;
import hymio.wire.Response;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A response committed to the outbox, beside a file that grows by as many bytes and is flushed (fdatasync). */
final class CommitTrial {
    private static final int WARM_UP = 100;

    /**
     * What was measured.
     *
     * @param commitMicros one response stored
     * @param syncMicros as many bytes appended and flushed
     * @param bytes of one commit in the write-ahead log
     */
    record Cost(Samples commitMicros, Samples syncMicros, long bytes) {}

    /** @param folder on the disk that is measured; left with its files */
    static Cost run(Path folder, int commits) throws IOException {
        Files.createDirectories(folder);
        for (String file : List.of("outbox.db", "outbox.db-wal", "outbox.db-shm", "plain")) {
            Files.deleteIfExists(folder.resolve(file));
        }
        try (Outbox outbox = Outbox.open(folder.resolve("outbox.db"));
                FileChannel plain = FileChannel.open(
                        folder.resolve("plain"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            long bytes = bytesOfACommit(outbox, folder.resolve("outbox.db-wal"));
            ByteBuffer content = ByteBuffer.allocateDirect((int) bytes);
            List<Double> commit = new ArrayList<>();
            List<Double> sync = new ArrayList<>();
            for (int i = 0; i < WARM_UP + commits; i++) {
                commit.add(micros(() -> store(outbox)));
                sync.add(micros(() -> {
                    plain.write(content.rewind());
                    plain.force(false);
                }));
            }
            return new Cost(after(commit), after(sync), bytes);
        }
    }

    private static long bytesOfACommit(Outbox outbox, Path log) throws IOException {
        store(outbox);
        long before = Files.size(log);
        int some = 20;
        for (int i = 0; i < some; i++) {
            store(outbox);
        }
        return (Files.size(log) - before) / some;
    }

    private static void store(Outbox outbox) {
        outbox.append(
                0,
                "service@1",
                1,
                new PressTime(new UUID(1, 2), 123_456, 1_795_000_000_000L, true),
                Response.Extra.NONE);
    }

    private static Samples after(List<Double> all) {
        return new Samples(all.subList(WARM_UP, all.size()));
    }

    private static double micros(Act act) throws IOException {
        long began = System.nanoTime();
        act.run();
        return (System.nanoTime() - began) / 1e3;
    }

    private interface Act {
        void run() throws IOException;
    }

    private CommitTrial() {}
}
