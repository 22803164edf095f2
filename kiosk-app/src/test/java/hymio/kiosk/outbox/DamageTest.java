package hymio.kiosk.outbox;

import static hymio.kiosk.outbox.Pressing.drain;
import static hymio.kiosk.outbox.Pressing.fill;
import static hymio.kiosk.outbox.Pressing.fillAtOnce;
import static hymio.kiosk.outbox.Pressing.on;
import static hymio.kiosk.outbox.Pressing.press;
import static hymio.kiosk.outbox.Pressing.tidy;
import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.Receipt;
import hymio.wire.Response;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be trusted any more: a fresh one goes on at once, and what can be read is brought over. */
class DamageTest {
    private static final int MANY = 2_000;
    private static final int PAGE = 4_096;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("outbox.db");
    }

    private Outbox open() {
        return Outbox.open(file(), on("aaaa"));
    }

    /** A file with many responses, the first hundred settled; closed. */
    private UUID full() {
        try (Outbox outbox = open()) {
            fillAtOnce(outbox, MANY);
            outbox.settle(outbox.journal(), List.of(new Receipt.Range(1, 100)));
            return outbox.journal();
        }
    }

    private void overwrite(long at, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), at);
        }
    }

    private static byte[] garbage(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    /** A fresh journal takes presses at once; then all that waits is as it was, but for those that are lost. */
    private void goesOn(UUID old, int lostAtMost) {
        try (Outbox outbox = open()) {
            assertThat(outbox.journal()).isNotEqualTo(old);
            assertThat(press(outbox, 3)).isEqualTo(1);
            assertThat(outbox.problems()).contains("outbox-damaged");
            tidy(outbox);
            assertThat(outbox.problems()).contains("outbox-damaged");
            List<PendingBatch> batches = drain(outbox);
            List<Response> salvaged = batches.stream()
                    .filter(it -> it.journal().equals(old))
                    .flatMap(it -> it.responses().stream())
                    .toList();
            assertThat(salvaged).hasSizeBetween(MANY - 100 - lostAtMost, MANY - 100);
            assertThat(salvaged)
                    .allMatch(it -> it.option() == 1 + (it.number() - 1) % 4
                            && it.time().equals(Pressing.time(1_000 + it.number() - 1)));
            assertThat(batches.getLast().journal()).isEqualTo(outbox.journal());
            assertThat(outbox.problems()).doesNotContain("outbox-damaged");
        }
        try (Outbox outbox = open()) {
            assertThat(outbox.problems()).doesNotContain("outbox-damaged");
            assertThat(outbox.pending()).isZero();
            assertThat(press(outbox, 3)).isEqualTo(2);
        }
    }

    @Test
    void fileThatIsNoDatabaseIsSetAsideAndKept() throws IOException {
        Files.writeString(file(), "this is no database, it is a note of somebody ".repeat(100));
        try (Outbox outbox = open()) {
            assertThat(press(outbox, 1)).isEqualTo(1);
            tidy(outbox);
            drain(outbox);
            assertThat(outbox.problems()).doesNotContain("outbox-damaged");
        }
        assertThat(folder.resolve("outbox.db.damaged-1")).content().startsWith("this is no database");
    }

    @Test
    void garbledHeaderLosesNothing() throws IOException {
        UUID old = full();
        overwrite(0, garbage(100));
        goesOn(old, 0);
    }

    @Test
    void schemaOfNoHymioIsDamageAndNotANewerApp() throws IOException {
        UUID old = full();
        overwrite(60, garbage(4));
        goesOn(old, 0);
    }

    @Test
    void tornPageLosesOnlyItsOwnRows() throws IOException {
        UUID old = full();
        overwrite(12 * PAGE, new byte[PAGE]);
        goesOn(old, 60);
    }

    @Test
    void lostBeginningOfTheFileIsHealedByTheListOfJournals() throws IOException {
        UUID old = full();
        overwrite(0, new byte[16 * PAGE]);
        goesOn(old, 500);
    }

    @Test
    void rowsWhoseJournalNobodyKnowsAreLeftInTheFile() throws IOException {
        full();
        overwrite(0, new byte[16 * PAGE]);
        Files.delete(folder.resolve("outbox.db.journals"));
        try (Outbox outbox = open()) {
            tidy(outbox);
            assertThat(outbox.pending()).isZero();
        }
        assertThat(folder.resolve("outbox.db.damaged-1")).exists();
    }

    @Test
    void logWithoutItsDatabaseIsSalvaged() throws IOException {
        try (Outbox outbox = open()) {
            fill(outbox, 20);
            Files.copy(folder.resolve("outbox.db-wal"), folder.resolve("kept"));
        }
        Files.delete(file());
        Files.move(folder.resolve("kept"), folder.resolve("outbox.db-wal"));
        try (Outbox outbox = open()) {
            tidy(outbox);
            assertThat(outbox.pending()).isEqualTo(20);
        }
    }

    @Test
    void lostIndexOfTheLogIsNoDamage() throws IOException {
        UUID journal;
        try (Outbox outbox = open()) {
            journal = outbox.journal();
            fill(outbox, 20);
            Files.copy(file(), folder.resolve("copy.db"));
            Files.copy(folder.resolve("outbox.db-wal"), folder.resolve("copy.db-wal"));
        }
        Files.write(folder.resolve("copy.db-shm"), garbage(32_768));
        try (Outbox outbox = Outbox.open(folder.resolve("copy.db"), on("aaaa"))) {
            assertThat(outbox.journal()).isEqualTo(journal);
            assertThat(outbox.pending()).isEqualTo(20);
            assertThat(outbox.problems()).doesNotContain("outbox-damaged");
        }
    }

    @Test
    void somethingUnreadableInItsPlaceIsMovedOutOfTheWay() throws IOException {
        Files.createDirectory(file());
        try (Outbox outbox = open()) {
            assertThat(press(outbox, 1)).isEqualTo(1);
            tidy(outbox);
        }
    }

    @Test
    void oldSchemaIsSalvagedToo() throws IOException, SQLException {
        for (int schema : List.of(1, 2)) {
            Path old = SchemaTest.old(folder.resolve("old-" + schema + ".db"), schema);
            try (FileChannel channel = FileChannel.open(old, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(garbage(100)), 0);
            }
            try (Outbox outbox = Outbox.open(old, on("aaaa"))) {
                tidy(outbox);
                PendingBatch batch = outbox.oldest(10);
                assertThat(batch.journal()).isEqualTo(SchemaTest.JOURNAL);
                assertThat(batch.responses()).extracting(Response::number).containsExactly(3L, 4L);
                assertThat(batch.responses().get(1).visit()).isEqualTo(3);
            }
        }
    }

    @Test
    void damageWhileRunningIsHealedWithoutARestartAndTheVisitGoesOn() throws IOException {
        try (Outbox outbox = open()) {
            fillAtOnce(outbox, MANY);
            long vote = press(outbox, 2);
            UUID old = outbox.journal();
            damageOpenFile(outbox);
            long undo = press(outbox, vote, 2, Response.Extra.takingBack(vote));
            assertThat(undo).isEqualTo(vote + 1);
            assertThat(outbox.journal()).isNotEqualTo(old);
            assertThat(press(outbox, 4)).isEqualTo(1);
            tidy(outbox);
            List<Response> responses = drain(outbox).stream()
                    .filter(it -> it.journal().equals(old))
                    .flatMap(it -> it.responses().stream())
                    .toList();
            assertThat(responses.getLast().extra().takesBack()).isEqualTo(vote);
            assertThat(responses)
                    .extracting(Response::number)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, undo).boxed().toList());
        }
        assertThat(folder.resolve("outbox.db.damaged-1")).exists();
    }

    @Test
    void damageThatTheSyncMeetsIsHealedToo() throws IOException {
        try (Outbox outbox = open()) {
            fillAtOnce(outbox, MANY);
            UUID old = outbox.journal();
            damageOpenFile(outbox);
            outbox.file().heal(outbox.file().file(), new SQLException("as a reader sees it", "", 11));
            assertThat(outbox.journal()).isNotEqualTo(old);
            tidy(outbox);
            assertThat(outbox.pending()).isEqualTo(MANY);
        }
    }

    @Test
    void logThatVanishesUnderTheAppCostsNoPressThatIsMadeAfter() throws IOException {
        try (Outbox outbox = open()) {
            fillAtOnce(outbox, MANY);
            tidy(outbox);
            fill(outbox, 5);
            UUID old = outbox.journal();
            try (FileChannel log = FileChannel.open(folder.resolve("outbox.db-wal"), StandardOpenOption.WRITE)) {
                log.truncate(0);
            }
            forget(outbox);
            fill(outbox, 3);
            assertThat(outbox.journal()).isNotEqualTo(old);
            tidy(outbox);
            assertThat(outbox.pending()).isBetween(MANY + 3L, MANY + 8L);
            assertThat(outbox.journals().getFirst()).isEqualTo(new Outbox.Journal(old, MANY + 5L));
        }
    }

    private static void forget(Outbox outbox) {
        outbox.file()
                .write(
                        it -> {
                            Sql.execute(it.writer(), "pragma shrink_memory");
                            Sql.execute(it.reader(), "pragma shrink_memory");
                            return true;
                        },
                        "forgotten");
    }

    /** The root of the responses' tree becomes garbage, and nobody remembers what it was. */
    private void damageOpenFile(Outbox outbox) throws IOException {
        long root = outbox.file()
                .write(
                        it -> {
                            Sql.text(it.writer(), "pragma wal_checkpoint(truncate)");
                            return Sql.number(
                                    it.writer(), "select rootpage from sqlite_schema where name = 'response'");
                        },
                        "looked at");
        overwrite((root - 1) * PAGE, garbage(PAGE));
        forget(outbox);
    }

    @Test
    void atMostThreeDamagedFilesStayOnceAllIsSettled() throws IOException {
        for (int i = 0; i < 5; i++) {
            try (Outbox outbox = open()) {
                press(outbox, 1);
                tidy(outbox);
                drain(outbox);
            }
            overwrite(0, garbage(100));
        }
        try (Outbox outbox = open()) {
            tidy(outbox);
            assertThat(drain(outbox)).isEmpty(); // all of them were settled before
            outbox.settle(outbox.journal(), List.of());
            assertThat(new SetAside(file()).numbers()).containsExactly(3, 4, 5);
            assertThat(outbox.journals()).hasSize(6);
        }
    }
}
