package hymio.server.backup;

import hymio.server.db.DataFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Puts a backup in the place of a server's database. What the server stored after the backup was made comes again from
 * its terminals, as far as they still hold it: the next receipt tells each what is missing.
 */
public final class RestoreBackup {
    /**
     * @param folder kept, so that no server works in it
     * @param replace whether a database that stands there may be put aside
     * @return where the old database lies now, empty when there was none
     * @throws BackupException when the backup is not sound, or a database stands there and may not be replaced
     */
    public static Optional<Path> into(DataFolder folder, Path backup, boolean replace, Instant now) {
        CheckBackup.of(backup);
        Path database = folder.database();
        if (Files.exists(database) && !replace) {
            throw new BackupException(database + " exists. With --replace it is put aside, not deleted.");
        }
        try {
            Path aside = database.resolveSibling("restored.part");
            Files.deleteIfExists(aside);
            Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.copy(backup, aside, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-------"));
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Optional<Path> old = Files.exists(database) ? Optional.of(putAside(database, now)) : Optional.empty();
            Files.move(aside, database, StandardCopyOption.ATOMIC_MOVE);
            return old;
        } catch (IOException e) {
            throw new BackupException("The backup could not be put back (" + e.getMessage()
                    + "). Is there room for it, and may this user write there?");
        }
    }

    /** The database with its log: without the log its newest rows would be missing. */
    private static Path putAside(Path database, Instant now) throws IOException {
        String name = "before-restore-" + now.toString().replaceAll("[^0-9TZ]", "");
        Path folder = Files.createDirectory(
                database.resolveSibling(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (String part : List.of("", "-wal", "-shm")) {
            Path file = database.resolveSibling(database.getFileName() + part);
            if (Files.exists(file)) {
                Files.move(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }

    private RestoreBackup() {}
}
