package hymio.kiosk.carry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files to a stick, each whole or not at all, whenever the stick is pulled out. Not thread-safe.
 *
 * @param path where the stick is mounted
 * @param device number of what is mounted there
 */
record StickFolder(Path path, Object device) {
    private static final String ASIDE = ".part";

    static StickFolder open(Path path) throws IOException {
        return new StickFolder(path, deviceOf(path));
    }

    private static Object deviceOf(Path path) throws IOException {
        return Files.getAttribute(path, "unix:dev");
    }

    /** On the stick itself when it returns; {@link #settle} makes its name sure. */
    void write(String name, byte[] content) throws IOException {
        Path aside = path.resolve(name + ASIDE);
        try {
            writeAside(aside, content);
            Files.move(aside, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            remove(aside, e);
            throw e;
        }
    }

    private static void writeAside(Path aside, byte[] content) throws IOException {
        try (FileChannel out = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    /**
     * The names of all files written are on the stick when it returns.
     *
     * @throws IOException also when the stick is gone: what is written after that lands on the terminal's own card
     */
    void settle() throws IOException {
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        }
        if (!deviceOf(path).equals(device)) {
            throw new IOException("the stick is gone");
        }
    }

    private static void remove(Path aside, IOException cause) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
