package hymio.kiosk.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.kernel.TestMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The outbox on ext4 of a real kernel whose power is cut: the kernel of {@code provisioning/gpio-sim} is killed at a
 * random instant and takes all that was only in its memory with it. {@code -Dhymio.chaos.cuts} is how often,
 * {@code -Dhymio.chaos.seed} the seed.
 */
@Tag("kernel")
@EnabledIf(value = "hymio.kiosk.kernel.TestMachine#built", disabledReason = TestMachine.NO_KERNEL)
class KernelPowerCutTest {
    private static final int CUTS = Integer.getInteger("hymio.chaos.cuts", 6);
    private static final long SEED = Long.getLong("hymio.chaos.seed", System.nanoTime());
    private static final long MEBIBYTES = 48;
    private static final String SECONDS = "120";
    private static final Pattern FOUND = Pattern.compile("found (\\d+) journal (\\S+) gaps 0 integrity ok");
    private static final Pattern STORED = Pattern.compile("stored (\\d+)");

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private long promised;
    private long thanked;
    private long found;
    private String journal = "";

    @Test
    void everyResponseThatWasStoredIsThereAfterThePowerWasCut() throws Exception {
        System.out.println("chaos: seed " + SEED + ", " + CUTS + " power cuts");
        Path disk = disk();
        for (int cut = 0; cut < CUTS; cut++) {
            live(disk, random.nextInt(1, 400));
        }
        live(disk, 0);
        System.out.printf("chaos: power cut | cuts %d | thanked %d | held %d | lost 0%n", CUTS, thanked, found);
    }

    /** Switches the machine on, checks what it finds, and cuts its power soon after so many more responses. */
    private void live(Path disk, int responses) throws Exception {
        Process machine = TestMachine.start(
                "power-cut", List.of(SECONDS, disk.toString()), List.of(PowerCutMain.class.getName()));
        List<String> said = new ArrayList<>();
        try (BufferedReader output = machine.inputReader(StandardCharsets.UTF_8)) {
            expectFound(said, output);
            readStored(responses, said, output);
            Thread.sleep(0, random.nextInt(1_000_000)); // within one commit
            cutPower(machine);
            readStored(Integer.MAX_VALUE, said, output);
        } finally {
            cutPower(machine);
        }
    }

    private void expectFound(List<String> said, BufferedReader output) throws IOException {
        Matcher line = read(FOUND, said, output);
        long number = Long.parseLong(line.group(1));
        assertThat(number)
                .as("the newest number: all that were said, and at most one more")
                .isBetween(promised, promised + 1);
        assertThat(line.group(2)).isEqualTo(journal.isEmpty() ? line.group(2) : journal);
        found = number;
        promised = number;
        journal = line.group(2);
    }

    /** Reads so many numbers, or until the machine is silent. */
    private void readStored(int responses, List<String> said, BufferedReader output) throws IOException {
        for (int i = 0; i < responses; i++) {
            String line = output.readLine();
            if (line == null) {
                return;
            }
            said.add(line);
            Matcher stored = STORED.matcher(line);
            if (stored.matches()) { // a line that was cut short says nothing
                thanked++;
                promised = Long.parseLong(stored.group(1));
            }
        }
    }

    private static Matcher read(Pattern wanted, List<String> said, BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            Matcher matcher = wanted.matcher(line);
            if (matcher.matches()) {
                return matcher;
            }
        }
        throw new AssertionError("never said " + wanted + ":\n" + String.join("\n", said));
    }

    /** SIGKILL to all its processes at once. */
    private static void cutPower(Process machine) {
        List<ProcessHandle> all = Stream.concat(machine.descendants(), Stream.of(machine.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(it -> it.onExit().join());
    }

    private static Path disk() throws IOException, InterruptedException {
        Path disk = Path.of("target", "power-cut-disk").toAbsolutePath();
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            file.setLength(MEBIBYTES << 20);
        }
        Process made = new ProcessBuilder("/usr/sbin/mkfs.ext4", "-q", "-F", disk.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(TestMachine.lines(made)).isEmpty();
        return disk;
    }
}
