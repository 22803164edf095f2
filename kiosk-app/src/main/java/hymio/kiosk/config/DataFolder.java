package hymio.kiosk.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder that holds all this terminal keeps. Locked while open, so that two kiosks never share an outbox. */
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    /** @throws UnusableException when the folder cannot be made or written, or another kiosk uses it */
    public static DataFolder open(Path path) {
        try {
            if (!Files.isDirectory(path)) { // comments of visitors lie in it
                Files.createDirectories(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Path lockFile = path.resolve("kiosk.lock");
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new UnusableException("Another kiosk uses the data folder " + path
                        + ". Stop that one first, or give this one a folder of its own with --data.");
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new UnusableException("The data folder " + path + " cannot be written (" + e
                    + "). Name another one with --data, or give this user the right to write there.");
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /** Replaces a file whole or not at all, readable by this user only; on the disk when it returns. */
    public void replace(String name, byte[] content) throws IOException {
        Path temporary = path.resolve(name + ".new");
        Files.deleteIfExists(temporary);
        Files.createFile(temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(temporary, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        settle();
    }

    /** Removes a file, if there is one; gone from the disk when it returns. */
    public void remove(String name) throws IOException {
        if (Files.deleteIfExists(path.resolve(name))) {
            settle();
        }
    }

    private void settle() throws IOException {
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Lets another kiosk have the folder. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** The folder cannot be used; the message says what to do. */
    public static final class UnusableException extends RuntimeException {
        UnusableException(String message) {
            super(message);
        }
    }
}
