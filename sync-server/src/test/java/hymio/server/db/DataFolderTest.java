package hymio.server.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("sqlite")
class DataFolderTest {
    @TempDir
    Path temp;

    @Test
    void folderIsMadeForItsOwnerOnly() throws Exception {
        Path folder = temp.resolve("a/b");
        try (DataFolder kept = DataFolder.keep(folder)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            assertThat(kept.database()).isEqualTo(folder.resolve("hymio.db"));
        }
    }

    @Test
    void secondServerOnTheSameFolderIsRefusedUntilTheFirstIsGone() {
        DataFolder first = DataFolder.keep(temp);
        assertThatThrownBy(() -> DataFolder.keep(temp).close())
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("already works in " + temp)
                .hasMessageContaining("--data");
        first.close();
        DataFolder.keep(temp).close();
    }

    @Test
    void folderThatIsKeptForAMomentIsWaitedFor() throws Exception {
        DataFolder admin = DataFolder.keep(temp);
        Thread.ofPlatform().start(() -> {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            admin.close();
        });
        DataFolder.keep(temp).close();
    }

    /** Nobody can write under /sys, not even root, whom file modes do not stop. */
    @Test
    void folderThatCannotBeWrittenIsNamed() {
        for (Path folder : new Path[] {Path.of("/sys/hymio"), Path.of("/sys")}) {
            assertThatThrownBy(() -> DataFolder.keep(folder).close())
                    .isInstanceOf(DataFolderException.class)
                    .hasMessageContaining("The data folder " + folder + " cannot be used")
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void fileInPlaceOfTheFolderIsNamed() throws Exception {
        Path file = Files.createFile(temp.resolve("file"));
        assertThatThrownBy(() -> DataFolder.keep(file).close()).hasMessageContaining(file + " cannot be used");
    }
}
