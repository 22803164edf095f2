package hymio.kiosk.bench;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A program with all processes it starts, also those that cut themselves loose: the benchmark adopts orphans
 * (PR_SET_CHILD_SUBREAPER), so what descends from it and was not there before belongs to the program.
 */
final class ProcessTree implements AutoCloseable {
    private static final int PR_SET_CHILD_SUBREAPER = 36;
    /** Clock ticks of /proc are 10 ms on every Linux of ours. */
    private static final long TICK_MILLIS = 10;
    /**
     * Fields of /proc/PID/stat after the name: state, parent, and the four times of the process and its reaped
     * children.
     */
    private static final int STATE = 0;

    private static final int PARENT = 1;

    private static final int FIRST_TIME = 11;
    private static final int LAST_TIME = 14;

    private final Set<Long> before;
    private final Process root;

    /** A line of the process table. */
    private record Line(long pid, boolean alive, long parent, long cpuMillis) {}

    static void adoptOrphans() {
        MethodHandle prctl = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow("prctl"),
                        FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                        Linker.Option.firstVariadicArg(1));
        try {
            int unused = (int) prctl.invokeExact(PR_SET_CHILD_SUBREAPER, 1L, 0L, 0L, 0L);
        } catch (Throwable fault) {
            throw new IllegalStateException("prctl", fault);
        }
    }

    ProcessTree(ProcessBuilder program) throws IOException {
        before = new HashSet<>(pids(descendants()));
        root = program.start();
    }

    boolean alive() {
        return root.isAlive();
    }

    /** CPU time of all its processes so far, of those that ended too. Resolution 10 ms a process. */
    long cpuMillis() throws IOException {
        return own().stream().mapToLong(Line::cpuMillis).sum();
    }

    /** Proportional set size of all its processes: memory shared with others counts by its share. */
    long pssKib() throws IOException {
        long sum = 0;
        for (Line line : own()) {
            sum += pssKib(line.pid());
        }
        return sum;
    }

    private static long pssKib(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "smaps_rollup")).stream()
                    .filter(it -> it.startsWith("Pss:"))
                    .mapToLong(it -> Long.parseLong(it.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    /** Asks the program to end, then ends what is left of it. */
    @Override
    public void close() throws IOException {
        root.destroy();
        try {
            if (!root.waitFor(10, TimeUnit.SECONDS)) {
                root.destroyForcibly();
            }
        } catch (InterruptedException e) {
            root.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        end();
    }

    /**
     * Returns when nothing of it lives any more; what we adopted stays in the table as an ended process until we end.
     */
    private void end() throws IOException {
        for (int i = 0; i < 500; i++) {
            List<Line> left = own().stream().filter(Line::alive).toList();
            if (left.isEmpty()) {
                return;
            }
            left.forEach(line -> ProcessHandle.of(line.pid()).ifPresent(ProcessHandle::destroyForcibly));
            LockSupport.parkNanos(10_000_000);
        }
    }

    private List<Line> own() throws IOException {
        return descendants().stream().filter(it -> !before.contains(it.pid())).toList();
    }

    private static Set<Long> pids(List<Line> lines) {
        Set<Long> pids = new HashSet<>();
        lines.forEach(it -> pids.add(it.pid()));
        return pids;
    }

    /** All that descends from this process. */
    private static List<Line> descendants() throws IOException {
        List<Line> all = table();
        List<Line> found = new ArrayList<>();
        Deque<Long> parents = new ArrayDeque<>(List.of(ProcessHandle.current().pid()));
        while (!parents.isEmpty()) {
            long parent = parents.pop();
            for (Line line : all) {
                if (line.parent() == parent) {
                    found.add(line);
                    parents.push(line.pid());
                }
            }
        }
        return found;
    }

    private static List<Line> table() throws IOException {
        List<Line> table = new ArrayList<>();
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                try {
                    table.add(line(process));
                } catch (IOException ended) {
                    // It ended between the listing and the reading: its parent has its times.
                }
            }
        }
        return table;
    }

    private static Line line(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = FIRST_TIME; i <= LAST_TIME; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        long pid = Long.parseLong(process.getFileName().toString());
        boolean alive = !fields[STATE].equals("Z");
        return new Line(pid, alive, Long.parseLong(fields[PARENT]), ticks * TICK_MILLIS);
    }
}
