package hymio.server.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.IntConsumer;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/**
 * Writes a database as it is at one moment into a file of its own, while servers and terminals go on (SQLite's
 * {@code VACUUM INTO}: one read transaction; a copy of the files alone would miss what the log holds). The file is
 * readable by its owner only, since it holds what a server knows: comments, hashes of secrets.
 */
public final class TakeBackup {
    /** Steps of SQLite's machine between two looks at how far it is: some ten milliseconds. */
    private static final int STEPS = 1_000_000;

    private static final int BUSY_MILLIS = 30_000;

    /**
     * Makes the backup aside, proves it, flushes it, and gives it its name last: a file of that name is whole.
     *
     * @param database of a running server, or of none
     * @param file that does not exist yet
     * @param percent is told how far it is
     * @throws BackupException when the file exists, cannot be written, or the copy is not sound
     */
    public static CheckBackup.Found into(Path database, Path file, IntConsumer percent) {
        if (!Files.isReadable(database)) {
            throw new BackupException("There is no database " + database
                    + " that this user may see. Check --data, or run it as the server's user.");
        }
        if (Files.exists(file)) {
            throw new BackupException(file + " exists already. Backups are never overwritten: choose another name.");
        }
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(aside);
            Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            copy(database, aside, percent);
            CheckBackup.Found found = CheckBackup.of(aside);
            flush(aside);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            return found;
        } catch (IOException | SQLException e) {
            throw new BackupException("The backup could not be written (" + e.getMessage()
                    + "). Nothing was changed. Is there room for it, and may this user write there?");
        } finally {
            discard(aside);
        }
    }

    private static void copy(Path database, Path aside, IntConsumer percent) throws SQLException, IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        long whole = Math.max(1, Files.size(database));
        try (Connection connection = config.createConnection("jdbc:sqlite:" + database);
                PreparedStatement vacuum = connection.prepareStatement("vacuum into ?")) {
            ProgressHandler.setHandler(connection, STEPS, new ProgressHandler() {
                @Override
                protected int progress() {
                    percent.accept((int) Math.min(99, 100 * aside.toFile().length() / whole));
                    return 0;
                }
            });
            vacuum.setString(1, aside.toString());
            vacuum.execute();
            ProgressHandler.clearHandler(connection);
        }
    }

    /** Its bytes, then its name. */
    private static void flush(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void discard(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            throw new BackupException(aside + " is left over and could not be deleted (" + e.getMessage() + ").");
        }
    }

    private TakeBackup() {}
}
