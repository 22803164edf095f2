package hymio.server.bench;

import hymio.bench.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The real server in a process of its own, on a free port of the loopback. Closing it ends it as an administrator does.
 */
final class ServerUnderTest implements AutoCloseable {
    private static final Pattern READY = Pattern.compile(".*ready at http://127\\.0\\.0\\.1:(\\d+)/.*");
    /** Clock ticks of /proc are 10 ms on every Linux of ours. */
    private static final long TICK_MICROS = 10_000;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final int port;

    /** The server's command, without its arguments: what {@code ./hymio serve} runs. */
    record Command(List<String> words) {
        ProcessBuilder serve(Path data) {
            List<String> all = new ArrayList<>(words);
            all.addAll(List.of("serve", "--data", data.toString(), "--port", "0"));
            return new ProcessBuilder(all)
                    .redirectError(data.resolveSibling("server.log").toFile());
        }
    }

    ServerUnderTest(Command command, Path data) throws IOException, BenchException {
        process = command.serve(data).start();
        port = awaitPort(data);
        Thread.ofVirtual().start(this::swallow);
    }

    private int awaitPort(Path data) throws IOException, BenchException {
        for (String line = process.inputReader().readLine();
                line != null;
                line = process.inputReader().readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return Integer.parseInt(ready.group(1));
            }
        }
        throw new BenchException("the server did not start; it said: "
                + Files.readString(data.resolveSibling("server.log")).strip());
    }

    private void swallow() {
        try {
            process.inputReader().lines().forEach(unused -> {});
        } catch (java.io.UncheckedIOException ended) {
            // It ended.
        }
    }

    int port() {
        return port;
    }

    /** CPU time of all its threads so far, microseconds. */
    long cpuMicros() throws IOException {
        String stat = Files.readString(proc("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) * TICK_MICROS;
    }

    /** The most memory it ever had, MiB. */
    double peakMib() throws IOException {
        return Files.readAllLines(proc("status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private Path proc(String file) {
        return Path.of("/proc", String.valueOf(process.pid()), file);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
