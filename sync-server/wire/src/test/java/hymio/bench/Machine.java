package hymio.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** What a benchmark ran on, in words. */
public final class Machine {
    /** Date, processor, cores, load before and Java: half a sentence, to be ended by the benchmark. */
    public static String here() throws IOException {
        String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(it -> it.startsWith("model name") || it.startsWith("Model"))
                .findFirst()
                .map(it -> it.replaceFirst(".*:\\s*", ""))
                .orElse("unknown processor");
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        return String.format(
                Locale.ROOT,
                "Measured %s on this machine: %s, %d cores, load %s before; Java %s",
                LocalDate.now(),
                model,
                Runtime.getRuntime().availableProcessors(),
                load,
                Runtime.version().toString().replaceFirst("\\+.*", ""));
    }

    private Machine() {}
}
