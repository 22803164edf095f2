package hymio.kiosk.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * A word for the machine that the app runs on: the same with every card, another one on every other machine.
 *
 * @param word the first 16 hexadecimal digits of the SHA-256 of the board's own number; empty when it has none
 */
public record Unit(String word) {
    private static final int BYTES = 8;

    /** Raspberry Pi and other boards with a device tree; then PCs, where only root may read it. */
    private static final List<Path> NUMBERS =
            List.of(Path.of("/proc/device-tree/serial-number"), Path.of("/sys/class/dmi/id/product_uuid"));

    /** This machine. */
    public static Unit here() {
        return of(NUMBERS);
    }

    /** @param numbers files of which the first that says something is taken */
    static Unit of(List<Path> numbers) {
        return new Unit(numbers.stream()
                .map(Unit::read)
                .filter(number -> !number.isEmpty())
                .findFirst()
                .map(Unit::hash)
                .orElse(""));
    }

    /** A device tree ends its texts with a zero byte. */
    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8).replace("\0", "").strip();
        } catch (IOException e) {
            return ""; // not this kind of machine, or not ours to read
        }
    }

    private static String hash(String number) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(number.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
