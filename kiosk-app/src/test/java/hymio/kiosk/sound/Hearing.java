package hymio.kiosk.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A speaker of tests: players that keep what they are given as files in a folder, oldest first. */
final class Hearing {
    private static final long LONGEST_MILLIS = 30_000;

    private final Path folder;

    Hearing(Path folder) {
        this.folder = folder;
    }

    /** Keeps what it hears to its end. */
    List<String> player() {
        return script("f=$(mktemp \"$0/XXXXXX\"); cat > \"$f\"; mv \"$f\" \"$f.wav\"");
    }

    /**
     * The same, and then goes on for half a minute, as if what it hears were that long; not for a moment of nothing.
     */
    List<String> slowPlayer() {
        return script("f=$(mktemp \"$0/XXXXXX\"); cat > \"$f\"; n=$(stat -c %s \"$f\"); mv \"$f\" \"$f.wav\";"
                + " [ $n -lt 2000 ] || exec sleep 30");
    }

    private List<String> script(String text) {
        return List.of("sh", "-c", text, folder.toString());
    }

    /** What was heard, without the silent moment that tries the sound card. */
    List<Wav> heard() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".wav"))
                    .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .map(Hearing::read)
                    .filter(wav -> wav.peak() > 0)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the n-th thing that is heard. */
    Wav heard(int n) {
        await("sound " + n, () -> heard().size() >= n);
        return heard().get(n - 1);
    }

    /** Programs that this process started and that still run. */
    static long programs() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
    }

    static void await(String what, BooleanSupplier until) {
        long end = System.nanoTime() + LONGEST_MILLIS * 1_000_000;
        while (!until.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain: " + what).isLessThan(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Wav read(Path file) {
        try {
            return Wav.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
