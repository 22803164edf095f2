package hymio.kiosk.carry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds a stick that the system has mounted: below {@code /media} or {@code /run/media}, where udisks and Raspberry Pi
 * OS mount them. A folder there without anything mounted on it is the terminal's own card, and no stick. Thread-safe.
 */
public final class Sticks {
    private static final List<Path> ROOTS = List.of(Path.of("/media"), Path.of("/run/media"));
    private static final Path MOUNTS = Path.of("/proc/self/mounts");

    private final Optional<Path> named;
    private final List<Path> roots;
    private final Path mounts;

    /** @param named a folder to use as it is, instead of looking for one */
    public static Sticks of(Optional<Path> named) {
        return new Sticks(named, ROOTS, MOUNTS);
    }

    /** @param mounts file as {@code /proc/self/mounts}, see {@code proc_pid_mounts(5)} and {@code fstab(5)} */
    Sticks(Optional<Path> named, List<Path> roots, Path mounts) {
        this.named = named;
        this.roots = roots;
        this.mounts = mounts;
    }

    /** The folder to write to, the one mounted last when there are several; empty without a stick. */
    Optional<Path> find() {
        if (named.isPresent()) {
            return named.filter(Files::isDirectory);
        }
        List<Path> found = mounted();
        return found.stream()
                .filter(Files::isWritable)
                .reduce((before, after) -> after)
                .or(() -> found.stream().reduce((before, after) -> after));
    }

    private List<Path> mounted() {
        try {
            return Files.readAllLines(mounts).stream()
                    .map(line -> Path.of(plain(line.split(" ")[1])))
                    .filter(it -> roots.stream().anyMatch(root -> it.startsWith(root) && !it.equals(root)))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            return List.of(); // no Linux: there is only what is named
        }
    }

    /** The kernel writes a blank as {@code \040}. */
    private static String plain(String escaped) {
        return escaped.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
