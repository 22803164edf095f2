package hymio.kiosk.outbox;

import static hymio.kiosk.outbox.Pressing.press;
import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The power goes at any instant: what was thanked for is there, once, and the numbers go on. */
class PowerCutTest {
    private static final OutboxSetup SETUP = new OutboxSetup("aaaa", 0, 64, UUID::randomUUID, 0, 0);
    /** Small, so that a short run holds many checkpoints and the log is begun anew often. */
    private static final int LOG_PAGES = 12;

    private Path folder = Path.of("");

    private final Random random = new Random(20_261_122);
    private final Set<Long> thanked = new TreeSet<>();
    private final Set<Long> maybeGone = new TreeSet<>();
    private int states;

    private interface Act {
        void on(Outbox outbox);
    }

    /** In memory where that is possible: what a disk would do is modelled, and thousands of commits cost time. */
    @BeforeEach
    void makeFolder() throws IOException {
        Path memory = Path.of("/dev/shm");
        folder = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "hymio-cut")
                : Files.createTempDirectory("hymio-cut");
    }

    @AfterEach
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Test
    void everyResponseThankedForSurvivesACutAtAnyInstantAndNoneIsDoubled() throws IOException {
        Path file = folder.resolve("outbox.db");
        Outbox outbox = Outbox.open(file, SETUP);
        outbox.file().write(it -> Sql.text(it.writer(), "pragma wal_autocheckpoint = " + LOG_PAGES), "set");
        UUID journal = outbox.journal();
        for (int i = 0; i < 120; i++) {
            PowerCut.Disk before = PowerCut.Disk.of(file);
            long last = outbox.last();
            act(i).on(outbox);
            PowerCut.Disk after = PowerCut.Disk.of(file);
            long now = outbox.last();
            for (int j = 0; j < 4; j++) {
                check(PowerCut.during(before, after, random), journal, last, now);
            }
            LongStream.rangeClosed(last + 1, now).forEach(thanked::add);
            check(after, journal, now, now);
        }
        outbox.close();
        check(PowerCut.Disk.of(file), journal, outbox.last(), outbox.last());
        assertThat(states).isGreaterThan(500);
    }

    private Act act(int step) {
        return switch (step % 10) {
            case 5 -> outbox -> settle(outbox, Math.max(1, outbox.last() - 9), outbox.last() - 2);
            case 7 ->
                outbox -> outbox.sendAgain(
                        outbox.journal(), List.of(new Receipt.Range(1 + random.nextInt(5), outbox.last())));
            case 8 -> outbox -> settle(outbox, 1, outbox.last());
            case 9 ->
                outbox -> {
                    LongStream.range(1, outbox.last()).forEach(maybeGone::add);
                    Pressing.tidy(outbox, Pressing.time(4_000_000L * (step + 1)));
                };
            default -> outbox -> press(outbox, 1 + step % 4);
        };
    }

    private static void settle(Outbox outbox, long first, long last) {
        outbox.settle(outbox.journal(), List.of(new Receipt.Range(first, last)));
    }

    /** @param before highest number thanked for before the call; {@code after}: when it returned */
    private void check(PowerCut.Disk disk, UUID journal, long before, long after) throws IOException {
        states++;
        Path file = folder.resolve("cut.db");
        disk.writeTo(file);
        try (Outbox outbox = Outbox.open(file, SETUP)) {
            assertThat(outbox.problems()).as("state %d", states).doesNotContain("outbox-damaged");
            assertThat(outbox.journal()).isEqualTo(journal);
            List<Long> there = new ArrayList<>(outbox.file()
                    .read(it -> Sql.list(it.reader(), "select key from response order by key", row -> row.getLong(1))));
            Set<Long> wanted = new TreeSet<>(thanked);
            wanted.removeAll(maybeGone);
            assertThat(there).as("state %d", states).containsAll(wanted).doesNotHaveDuplicates();
            assertThat(outbox.last()).isBetween(before, after);
            assertThat(press(outbox, 1)).isEqualTo(outbox.last()).isGreaterThan(before);
        }
    }
}
