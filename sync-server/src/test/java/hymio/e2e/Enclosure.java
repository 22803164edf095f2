package hymio.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A part of this machine with mounts, processes and, if wanted, a network of its own: Linux namespaces, which only root
 * can make. The kernel ends its programs, unmounts its disks and takes its cable away when it is closed, and also when
 * the process of the test is gone in any way.
 */
final class Enclosure implements AutoCloseable {
    static final String NEEDS_ROOT = "needs root, for file systems and networks of its own";

    private final Program first;
    private final long pid;
    private final boolean network;

    /** For tests that are skipped without root. */
    static boolean possible() {
        return "root".equals(System.getProperty("user.name"));
    }

    static Enclosure open() {
        return new Enclosure(false);
    }

    static Enclosure withNetwork() {
        return new Enclosure(true);
    }

    /** Its first process reads this process's pipe: when that breaks, the first process ends, and with it all others. */
    private Enclosure(boolean network) {
        this.network = network;
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "--pid", "--fork", "--mount-proc"));
        if (network) {
            command.add("--net");
        }
        command.addAll(List.of("sh", "-c", "echo inside; exec cat"));
        first = new Program("unshare", command, Map.of());
        first.await("^inside$");
        pid = first.descendants().getFirst().pid();
    }

    /** The first process, as the rest of the machine calls it. */
    long pid() {
        return pid;
    }

    /** Runs a program inside, when put before its words. */
    List<String> prefix() {
        List<String> words = new ArrayList<>(List.of("nsenter", "--target", String.valueOf(pid), "--mount", "--pid"));
        if (network) {
            words.add("--net");
        }
        words.add("--");
        return words;
    }

    /** Runs a shell script inside, which must succeed. */
    void run(String script) throws InterruptedException {
        List<String> command = prefix();
        command.addAll(List.of("sh", "-euc", script));
        expectSuccess(command);
    }

    static void expectSuccess(List<String> command) throws InterruptedException {
        try (Program program = new Program(command.getFirst(), command, Map.of())) {
            assertThat(program.exit(Duration.ofSeconds(60)))
                    .as(() -> command + ":\n" + String.join("\n", program.lines()))
                    .isZero();
        }
    }

    /** Where this process finds a file that stands there inside. */
    Path outside(Path inside) {
        return Path.of("/proc", String.valueOf(pid), "root").resolve(Path.of("/").relativize(inside));
    }

    @Override
    public void close() {
        try {
            first.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
