package hymio.kiosk.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path path;

    @Test
    void secondKioskOnTheSameFolderIsRefused() throws Exception {
        DataFolder first = DataFolder.open(path);
        assertThatThrownBy(() -> DataFolder.open(path)).hasMessageContaining("Another kiosk uses the data folder");
        first.close();
        DataFolder.open(path).close();
    }

    @Test
    void folderThatIsMadeIsForItsOwnerOnly() throws Exception {
        Path made = path.resolve("new");
        DataFolder.open(made).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    @Test
    void folderThatCannotBeWrittenIsRefusedWithAdvice() {
        // Not even root can make files in the kernel's own file systems.
        assertThatThrownBy(() -> DataFolder.open(Path.of("/sys/hymio"))).hasMessageContaining("--data");
        assertThatThrownBy(() -> DataFolder.open(Path.of("/proc/1"))).hasMessageContaining("--data");
    }

    @Test
    void secretIsMintedOnceAndReadableByThisUserOnly() throws Exception {
        try (DataFolder folder = DataFolder.open(path)) {
            Identity minted = Identity.loadOrMint(folder, new SecureRandom());
            assertThat(minted.enrolled()).isFalse();
            assertThat(Identity.loadOrMint(folder, new SecureRandom())).isEqualTo(minted);
            Identity enrolled = minted.enrolledAs("t-4k7m2p9x", folder);
            assertThat(Identity.loadOrMint(folder, new SecureRandom())).isEqualTo(enrolled);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.file("identity"))))
                    .isEqualTo("rw-------");
            assertThat(enrolled.toString()).doesNotContain(enrolled.secret());
        }
    }
}
