package hymio.provisioning.demo;

import hymio.provisioning.print.PlainText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program that the demo started, with the last lines it wrote that nobody asked for. Thread-safe.
 *
 * <p>The program may have children of its own (a launcher script has): they are stopped with it.
 */
final class Child {
    private static final int TAIL_LINES = 12;
    private static final int LINE_CHARS = 2_000;
    private static final Duration FLUSH = Duration.ofSeconds(2);
    private static final Duration KILL = Duration.ofSeconds(3);

    private final String name;
    private final Process process;
    private final List<Thread> readers;
    private final Deque<String> tail = new ArrayDeque<>();

    private Child(String name, Process process, Predicate<String> understands) {
        this.name = name;
        this.process = process;
        this.readers = List.of(read(process.getInputStream(), understands), read(process.getErrorStream(), l -> false));
    }

    /**
     * Starts a program.
     *
     * @param name what to call it to a person, such as "The server"
     * @param understands takes each line of standard output on a thread of its own, cut at 2 000 characters; returns
     *     whether the line is dealt with, and so not kept among the last lines
     */
    static Child start(String name, ProcessBuilder builder, Predicate<String> understands) {
        try {
            return new Child(name, builder.start(), understands);
        } catch (IOException e) {
            throw new DemoException(name + " cannot be started: " + e.getMessage());
        }
    }

    /** The program's standard input. */
    OutputStream input() {
        return process.getOutputStream();
    }

    /**
     * Waits for something that the program will say.
     *
     * @param what what it should do, to name when it does not
     * @throws DemoException when the program ends first, or takes too long
     */
    <T> T await(CompletableFuture<T> said, String what, Duration longest) throws InterruptedException {
        CompletableFuture<?> either = CompletableFuture.anyOf(said, process.onExit());
        try {
            either.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new DemoException(name + " did not " + what + " within " + longest.toSeconds() + " s." + lastLines());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        if (!said.isDone()) {
            drain();
        }
        if (!said.isDone()) {
            throw death();
        }
        return said.join();
    }

    /** @throws DemoException when the program has ended by itself */
    void check() throws InterruptedException {
        if (!process.isAlive()) {
            drain();
            throw death();
        }
    }

    /** Waits until the program has ended and all it wrote has been read; returns its exit code. */
    int awaitEnd(Duration longest) throws InterruptedException {
        if (!process.waitFor(longest)) {
            throw new DemoException(name + " did not end within " + longest.toSeconds() + " s." + lastLines());
        }
        drain();
        return process.exitValue();
    }

    /** Its last lines, indented under a heading; empty when it wrote none. */
    String lastLines() {
        synchronized (tail) {
            return tail.isEmpty() ? "" : "\n" + name + "'s last lines:\n  " + String.join("\n  ", tail);
        }
    }

    /** Asks all to end, waits for them together, then ends by force those that did not. */
    static void stop(List<Child> children, Duration longest) {
        List<ProcessHandle> all = new ArrayList<>();
        children.forEach(child -> child.handles().forEach(all::add));
        all.forEach(ProcessHandle::destroy);
        if (!ended(all, longest)) {
            all.forEach(ProcessHandle::destroyForcibly);
            ended(all, KILL);
        }
        endStragglers(children);
    }

    /**
     * A launcher that was just starting something when it was stopped leaves that behind, unseen among its children.
     * Each program leads a process group of its own (see {@link Programs}), so what is left in it can be named.
     */
    private static void endStragglers(List<Child> children) {
        String groups = children.stream()
                .map(child -> String.valueOf(child.process.pid()))
                .collect(Collectors.joining(" "));
        String script = "for g in " + groups + "; do kill -KILL -- -$g; n=0;"
                + " while kill -0 -- -$g && [ $n -lt 20 ]; do sleep 0.1; n=$((n+1)); done; done";
        try {
            new ProcessBuilder("sh", "-c", script)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new DemoException("What the demo's programs left running could not be stopped: " + e.getMessage());
        }
    }

    private static boolean ended(List<ProcessHandle> handles, Duration longest) {
        return CompletableFuture.allOf(
                        handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                .handle((unused, late) -> late == null)
                .join();
    }

    private Stream<ProcessHandle> handles() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    private DemoException death() {
        return new DemoException(name + " stopped by itself with exit code " + process.exitValue() + "." + lastLines());
    }

    /** What a program wrote last may still be in the pipe when it has ended. */
    private void drain() throws InterruptedException {
        for (Thread reader : readers) {
            reader.join(FLUSH);
        }
    }

    private Thread read(InputStream stream, Predicate<String> understands) {
        return Thread.ofVirtual().start(() -> {
            try (Reader chars = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                String line = nextLine(chars);
                while (line != null) {
                    String plain = PlainText.of(line).stripTrailing();
                    if (!understands.test(plain)) {
                        keep(plain);
                    }
                    line = nextLine(chars);
                }
            } catch (IOException e) {
                // The pipe breaks when the program is ended by force: nothing more can come.
                keep("(its output broke off: " + e.getMessage() + ")");
            }
        });
    }

    /** The next line, cut when it is too long; null at the end. */
    private static @Nullable String nextLine(Reader chars) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = chars.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = chars.read()) {
            if (line.length() < LINE_CHARS) {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private void keep(String line) {
        synchronized (tail) {
            if (tail.size() == TAIL_LINES) {
                tail.removeFirst();
            }
            tail.addLast(line);
        }
    }
}
