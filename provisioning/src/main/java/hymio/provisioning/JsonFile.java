package hymio.provisioning;

import hymio.wire.BadWireException;
import hymio.wire.Limits;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that the administrator names. */
final class JsonFile {
    /**
     * @param what the content in words, such as {@code questionnaire}
     * @param example the command that prints one
     * @throws BadFileException when it cannot be read, or is no such thing
     */
    static <T> T read(Path file, Class<T> type, String what, String example) {
        try {
            return new WireCodec().read(bytes(file, Limits.BODY_BYTES), type);
        } catch (NoSuchFileException e) {
            throw new BadFileException("There is no file " + file + ". Make one with: " + example, e);
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (BadWireException e) {
            throw new BadFileException(file + " is no " + what + " that can be used. " + e.getMessage(), e);
        }
    }

    /** @throws BadFileException when it is larger */
    static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new BadFileException(file + " is larger than " + most + " bytes.", null);
            }
            return bytes;
        }
    }

    static BadFileException unreadable(Path file, IOException e) {
        return new BadFileException(file + " cannot be read (" + e.getMessage() + ").", e);
    }

    private JsonFile() {}
}
