package hymio.kiosk.outbox;

import static hymio.kiosk.outbox.Pressing.fill;
import static hymio.kiosk.outbox.Pressing.fillAtOnce;
import static hymio.kiosk.outbox.Pressing.press;
import static hymio.kiosk.outbox.Pressing.tidy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Years and full disks: settled responses go, pending ones stay, numbers are never used again. */
class SpaceTest {
    @TempDir
    Path folder;

    private static void settleAll(Outbox outbox) {
        outbox.settle(outbox.journal(), List.of(new Receipt.Range(1, outbox.last())));
    }

    private static long rows(Outbox outbox) {
        return outbox.file().read(it -> Sql.number(it.reader(), "select count(*) from response"));
    }

    private static PressTime days(long days, boolean trusted) {
        long uptime = TimeUnit.DAYS.toMillis(days);
        return new PressTime(Pressing.BOOT, uptime, Pressing.NOW.offsetMillis(), trusted);
    }

    private Outbox open(int keepDays, int keepMib, long maxPages) {
        return Outbox.open(
                folder.resolve("outbox.db"), new OutboxSetup("", keepDays, keepMib, UUID::randomUUID, 0, maxPages));
    }

    @Test
    void settledResponsesGoAfterTheirTimeAndNumbersGoOn() {
        try (Outbox outbox = open(90, 64, 0)) {
            fillAtOnce(outbox, 3_000);
            outbox.settle(outbox.journal(), List.of(new Receipt.Range(1, 2_990), new Receipt.Range(2_995, 3_000)));
            tidy(outbox, days(89, true));
            assertThat(rows(outbox)).isEqualTo(3_000);
            tidy(outbox, days(91, false)); // a clock that may be wrong removes nothing
            assertThat(rows(outbox)).isEqualTo(3_000);
            tidy(outbox, days(92, true));
            assertThat(rows(outbox)).isEqualTo(5); // four that wait, and the newest
            assertThat(outbox.pending()).isEqualTo(4);
        }
        try (Outbox outbox = open(90, 64, 0)) {
            assertThat(press(outbox, 1)).isEqualTo(3_001);
        }
    }

    @Test
    void responsesByAClockThatWasNotTrustedGoWithTheNextByOneThatWas() {
        try (Outbox outbox = open(90, 64, 0)) {
            outbox.append(0, "service@1", 1, new PressTime(Pressing.BOOT, 5, 0, false), Response.Extra.NONE);
            press(outbox, 1);
            outbox.append(0, "service@1", 1, new PressTime(Pressing.BOOT, 7, 0, false), Response.Extra.NONE);
            press(outbox, 1);
            settleAll(outbox);
            tidy(outbox, days(92, true));
            assertThat(rows(outbox)).isEqualTo(1);
        }
    }

    @Test
    void settledResponsesGoEarlierWhenTheyTakeTooMuchRoom() {
        try (Outbox outbox = open(3_650, 4, 0)) {
            fillAtOnce(outbox, 70_000);
            settleAll(outbox);
            tidy(outbox);
            assertThat(outbox.file().<Long>read(OutboxFile::usedBytes)).isLessThanOrEqualTo(4L << 20);
            assertThat(rows(outbox)).isGreaterThan(20_000);
        }
    }

    @Test
    void fullFileMakesRoomByWhatIsSettledAndThenSaysSorry() {
        try (Outbox outbox = open(90, 64, 24)) {
            assertThatThrownBy(() -> fill(outbox, 100_000)).isInstanceOf(OutboxException.class);
            long stored = outbox.last();
            settleAll(outbox);
            fill(outbox, (int) stored / 2); // there is room again, at once
            assertThat(outbox.pending()).isEqualTo(stored / 2);
            assertThat(outbox.last()).isEqualTo(stored + stored / 2);
            assertThatThrownBy(() -> fill(outbox, 100_000)).hasMessageContaining("Free space");
            assertThat(outbox.problems()).contains("disk-full");
            assertThat(outbox.pending()).isEqualTo(outbox.last() - stored);
        }
    }

    /** A real file system of 8 MiB; root can have one, as in CI. */
    private void mount(Path at) throws IOException, InterruptedException {
        Files.createDirectories(at);
        int done = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", at.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        Assumptions.assumeTrue(done == 0, "only root can mount a small disk");
    }

    private static void unmount(Path at) throws IOException, InterruptedException {
        new ProcessBuilder("umount", "-l", at.toString()).inheritIO().start().waitFor();
    }

    @Test
    void fullDiskGivesUpSettledResponsesThenItsReserveAndThenSaysSorry() throws Exception {
        Path disk = folder.resolve("disk");
        mount(disk);
        try {
            OutboxSetup setup = new OutboxSetup("", 90, 64, UUID::randomUUID, 1_024, 0);
            long thanked;
            try (Outbox outbox = Outbox.open(disk.resolve("outbox.db"), setup)) {
                assertThat(disk.resolve("outbox.db.reserve")).hasSize(1 << 20);
                fill(outbox, 500);
                settleAll(outbox);
                fillUp(disk.resolve("others"));
                fill(outbox, 2_000); // by what was settled, the log's room, and the reserve
                assertThat(outbox.problems()).contains("disk-full");
                thanked = pressUntilSorry(outbox);
                assertThat(outbox.pending()).isEqualTo(thanked - 500);
                Files.delete(disk.resolve("others"));
                assertThat(press(outbox, 1)).isEqualTo(thanked + 1);
                tidy(outbox);
                assertThat(outbox.problems()).doesNotContain("disk-full").contains("disk-low");
                assertThat(disk.resolve("outbox.db.reserve")).exists();
            }
            try (Outbox outbox = Outbox.open(disk.resolve("outbox.db"), setup)) {
                assertThat(outbox.last()).isEqualTo(thanked + 1);
                assertThat(outbox.pending()).isEqualTo(thanked + 1 - 500);
                assertThat(outbox.problems()).doesNotContain("outbox-damaged");
            }
        } finally {
            unmount(disk);
        }
    }

    @Test
    void outboxOpensOnAFullDiskByItsReserve() throws Exception {
        Path disk = folder.resolve("disk");
        mount(disk);
        try {
            OutboxSetup setup = new OutboxSetup("", 90, 64, UUID::randomUUID, 1_024, 0);
            try (Outbox outbox = Outbox.open(disk.resolve("outbox.db"), setup)) {
                fill(outbox, 50);
            }
            fillUp(disk.resolve("others"));
            try (Outbox outbox = Outbox.open(disk.resolve("outbox.db"), setup)) {
                assertThat(press(outbox, 1)).isEqualTo(51);
                assertThat(outbox.problems()).doesNotContain("outbox-damaged");
            }
        } finally {
            unmount(disk);
        }
    }

    private static long pressUntilSorry(Outbox outbox) {
        for (int i = 0; i < 100_000; i++) {
            try {
                press(outbox, 1);
            } catch (OutboxException e) {
                return outbox.last();
            }
        }
        throw new AssertionError("the disk never was full");
    }

    private static void fillUp(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            byte[] block = new byte[4_096];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }
}
