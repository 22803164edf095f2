package hymio.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the simulated disks are: in memory when the machine has room there, because years hold many commits. */
final class Places {
    private static final Path MEMORY = Path.of("/dev/shm");

    /** An empty folder; whoever asks removes it. */
    static Path fresh() {
        try {
            return Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "hymio-simulation")
                    : Files.createTempDirectory("hymio-simulation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Places() {}
}
