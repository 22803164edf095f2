package hymio.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program started as a user starts it, and what it printed. Stopped on close, children too. */
final class Program implements AutoCloseable {
    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread out;
    private final Thread err;

    /** {@code ./hymio ARGS}, built already. */
    static Program hymio(Map<String, String> environment, String... args) {
        return hymio(List.of(), environment, args);
    }

    /** @param prefix a command that runs another */
    static Program hymio(List<String> prefix, Map<String, String> environment, String... args) {
        List<String> command = new ArrayList<>(prefix);
        command.add(REPOSITORY.resolve("hymio").toString());
        command.addAll(List.of(args));
        Map<String, String> all = new HashMap<>(environment);
        all.put("HYMIO_READY", "1");
        all.put("JAVA_HOME", System.getProperty("java.home"));
        return new Program("hymio " + args[0], command, all);
    }

    /**
     * {@code kiosk-app/kiosk.sh ARGS}, the terminal as packages start it: the process is its JVM.
     *
     * @param prefix a command that runs another, or nothing
     */
    static Program kiosk(List<String> prefix, Map<String, String> environment, List<String> args) {
        List<String> command = new ArrayList<>(prefix);
        command.add(REPOSITORY.resolve("kiosk-app/kiosk.sh").toString());
        command.addAll(args);
        Map<String, String> all = new HashMap<>(environment);
        all.put("JAVA_HOME", System.getProperty("java.home"));
        return new Program("kiosk", command, all);
    }

    Program(String name, List<String> command, Map<String, String> environment) {
        this.name = name;
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().keySet().removeIf(it -> it.startsWith("HYMIO_") || it.equals("DISPLAY"));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out = Thread.ofVirtual().start(() -> read(process.getInputStream(), ""));
        err = Thread.ofVirtual().start(() -> read(process.getErrorStream(), "err: "));
    }

    /** The first line, printed already or later, in which the pattern is found. */
    Matcher await(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        await(all -> all.stream().anyMatch(line -> compiled.matcher(line).find()), pattern);
        synchronized (lines) {
            return lines.stream()
                    .map(compiled::matcher)
                    .filter(Matcher::find)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Waits until the program has printed this many lines that begin so. */
    void awaitCount(String beginning, long count) {
        await(all -> all.stream().filter(it -> it.startsWith(beginning)).count() >= count, count + " × " + beginning);
    }

    /** The first line, not counting so many at the beginning, in which the pattern is found. */
    void awaitAfter(int from, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        await(
                all -> all.stream()
                        .skip(from)
                        .anyMatch(line -> compiled.matcher(line).find()),
                pattern);
    }

    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Writes to its standard input. */
    void type(String text) {
        try {
            OutputStream in = process.getOutputStream();
            in.write(text.getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end and gives the exit code. */
    int exit(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(name + " did not end in " + patience + ":\n" + String.join("\n", lines()));
        }
        out.join();
        err.join();
        return process.exitValue();
    }

    boolean running() {
        return process.isAlive();
    }

    /** SIGKILL to it and to all that it started; when this returns, they are gone and {@link #lines} is complete. */
    void kill() throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        exit(PATIENCE);
    }

    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** As Ctrl-C or a service manager stops it. */
    void terminate() {
        process.destroy();
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        children.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }

    private void await(Predicate<List<String>> done, String what) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        synchronized (lines) {
            while (!done.test(lines)) {
                if (System.nanoTime() > until || (!process.isAlive() && !out.isAlive() && !err.isAlive())) {
                    throw new AssertionError(name + " never said " + what + ":\n" + String.join("\n", lines));
                }
                try {
                    lines.wait(100);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private void read(InputStream stream, String prefix) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (lines) {
                    lines.add(prefix + line);
                    lines.notifyAll();
                }
            }
        } catch (IOException e) {
            // The stream ends with the process.
        }
    }
}
