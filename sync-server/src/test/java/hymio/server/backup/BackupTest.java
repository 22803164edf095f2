package hymio.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hymio.server.Batches;
import hymio.server.TestClock;
import hymio.server.Town;
import hymio.server.db.DataFolder;
import hymio.server.db.Db;
import hymio.server.ingest.Arrival;
import hymio.server.ingest.IngestLoop;
import hymio.wire.Batch;
import hymio.wire.Response;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("sqlite")
class BackupTest {
    @TempDir
    Path folder;

    private final UUID journal = UUID.randomUUID();

    private static Batch batch(UUID journal, long first, long last) {
        return Batches.of(
                journal,
                LongStream.rangeClosed(first, last)
                        .mapToObj(number -> Batches.response(number, 1 + (int) (number % 4)))
                        .toArray(Response[]::new));
    }

    private static void store(IngestLoop ingest, long terminal, Batch batch) throws Exception {
        ingest.offer(terminal, batch, new Arrival.Now(TestClock.START.toEpochMilli()), Duration.ofSeconds(10))
                .orElseThrow()
                .get();
    }

    private CheckBackup.Found backup(String name) {
        return TakeBackup.into(DataFolder.database(folder), folder.resolve(name), percent -> {});
    }

    @Test
    void backupTakenWhileBatchesComeIsWholeAndHoldsAllThatWasAcknowledgedBefore() throws Exception {
        try (Town town = new Town(folder);
                IngestLoop ingest = new IngestLoop(town.db, 8)) {
            long terminal = town.terminal("paakirjasto");
            store(ingest, terminal, batch(journal, 1, 1_000));
            Thread others = Thread.ofPlatform().start(() -> {
                try {
                    for (long first = 1_001; first < 20_000; first += 100) {
                        store(ingest, terminal, batch(journal, first, first + 99));
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            List<CheckBackup.Found> found = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                found.add(backup("b" + i));
            }
            others.join();
            assertThat(found).allSatisfy(it -> {
                assertThat(it.responses()).isGreaterThanOrEqualTo(1_000);
                assertThat(it.responses() % 100).isZero(); // batches are whole
                assertThat(it.terminals()).isEqualTo(1);
                assertThat(it.newest()).isPresent();
            });
            assertThat(town.count("response")).isEqualTo(20_000);
        }
    }

    @Test
    void backupIsReadableByItsOwnerOnlyAndNothingIsLeftBesideIt() throws Exception {
        new Town(folder).close();
        backup("backup.db");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("backup.db"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .contains("backup.db")
                    .noneMatch(name -> name.contains("part") || name.startsWith("backup.db-"));
        }
    }

    @Test
    void fileThatExistsIsNeverOverwritten() throws Exception {
        new Town(folder).close();
        Files.writeString(folder.resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> backup("letter.txt"))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("exists already");
        assertThat(folder.resolve("letter.txt")).hasContent("dear");
    }

    @Test
    void folderWithoutADatabaseAndFolderThatCannotBeWrittenAreNamed() {
        assertThatThrownBy(() -> backup("backup.db")).hasMessageContaining("no database");
        new Town(folder).close();
        assertThatThrownBy(() -> backup("none/backup.db"))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("could not be written");
    }

    @Test
    void damageAndStrangersAreFound() throws Exception {
        try (Town town = new Town(folder);
                IngestLoop ingest = new IngestLoop(town.db, 8)) {
            store(ingest, town.terminal("paakirjasto"), batch(journal, 1, 1_000));
        }
        backup("sound");
        assertThat(CheckBackup.of(folder.resolve("sound")).responses()).isEqualTo(1_000);
        Path cut = Files.copy(folder.resolve("sound"), folder.resolve("cut"));
        try (RandomAccessFile file = new RandomAccessFile(cut.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        Path letter = Files.writeString(folder.resolve("letter"), "dear ".repeat(1_000));
        for (Path bad : List.of(cut, letter)) {
            assertThatThrownBy(() -> CheckBackup.of(bad))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("amaged");
        }
        Path lacking = Files.copy(folder.resolve("sound"), folder.resolve("lacking"));
        try (Db db = Db.open(lacking)) {
            db.change(handle -> handle.execute("delete from response where number = 7"));
        }
        assertThatThrownBy(() -> CheckBackup.of(lacking)).hasMessageContaining("counts other responses");
        assertThatThrownBy(() -> CheckBackup.of(folder.resolve("none"))).hasMessageContaining("no file");
    }

    @Test
    void restoredServerHasWhatItHadAndTheOldDatabaseLiesAside() throws Exception {
        try (Town town = new Town(folder);
                IngestLoop ingest = new IngestLoop(town.db, 8)) {
            long terminal = town.terminal("paakirjasto");
            store(ingest, terminal, batch(journal, 1, 100));
            backup("backup.db");
            store(ingest, terminal, batch(journal, 101, 150));
        }
        Path old;
        try (DataFolder kept = DataFolder.keep(folder)) {
            assertThatThrownBy(() -> RestoreBackup.into(kept, folder.resolve("backup.db"), false, TestClock.START))
                    .hasMessageContaining("--replace");
            old = RestoreBackup.into(kept, folder.resolve("backup.db"), true, TestClock.START)
                    .orElseThrow();
        }
        try (Db db = Db.open(DataFolder.database(folder));
                Db before = Db.open(old.resolve("hymio.db"))) {
            assertThat(responses(db)).isEqualTo(100);
            assertThat(responses(before)).isEqualTo(150);
        }
    }

    @Test
    void unsoundBackupIsNotPutBack() throws Exception {
        new Town(folder).close();
        Path letter = Files.writeString(folder.resolve("letter"), "dear");
        byte[] before = Files.readAllBytes(DataFolder.database(folder));
        try (DataFolder kept = DataFolder.keep(folder)) {
            assertThatThrownBy(() -> RestoreBackup.into(kept, letter, true, TestClock.START))
                    .isInstanceOf(BackupException.class);
        }
        assertThat(DataFolder.database(folder)).hasBinaryContent(before);
    }

    private static long responses(Db db) {
        return db.read(handle -> handle.createQuery("select count(*) from response")
                .mapTo(Long.class)
                .one());
    }
}
