package hymio.server.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that holds all a server knows. One server at a time keeps it: {@code server.lock} is locked meanwhile. */
public final class DataFolder implements AutoCloseable {
    private static final int TRIES = 20;
    private static final Duration REST = Duration.ofMillis(100);

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Makes the folder if need be, readable by its owner only, and keeps it. Waits a moment for an {@code admin} word
     * that looks after the schema, or a server that is just stopping.
     *
     * @throws DataFolderException when it cannot be written or another server keeps it; fit to show to a person
     */
    public static DataFolder keep(Path folder) {
        return Stream.generate(() -> tryKeepOrRest(folder))
                .limit(TRIES)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new DataFolderException("Another Hymiö server already works in " + folder
                        + ". Stop it first, or choose another folder with --data."));
    }

    private static Optional<DataFolder> tryKeepOrRest(Path folder) {
        Optional<DataFolder> kept = tryKeep(folder);
        if (kept.isEmpty()) {
            LockSupport.parkNanos(REST.toNanos());
        }
        return kept;
    }

    /** As {@link #keep}, but without waiting and empty when another server keeps it. */
    public static Optional<DataFolder> tryKeep(Path folder) {
        try {
            makePrivate(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new DataFolder(folder, channel));
        } catch (IOException e) {
            throw new DataFolderException("The data folder " + folder + " cannot be used (" + why(e)
                    + "). Choose one that this user may write, with --data.");
        }
    }

    /** The database of a data folder. */
    public static Path database(Path folder) {
        return folder.resolve("hymio.db");
    }

    public Path database() {
        return database(folder);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DataFolderException("The lock on " + folder + " could not be given back (" + why(e) + ").");
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String why(IOException e) {
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
