package hymio.kiosk.sound;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One turn at the speaker: runs programs of ours until they end, their time is up, or the turn is cut. Used by one
 * thread; {@link #cut} by any.
 */
final class Turn {
    /** A pipe on Linux holds 65 536 bytes: this much can be given to a program that reads nothing, without waiting. */
    static final int MOST_INPUT = 60_000;

    /** 128 and SIGPIPE, as Process has it. */
    private static final int BROKEN_PIPE = 141;

    private static final int MOST_OUTPUT = 60_000;
    private static final int MOST_WHY = 200;
    private static final long KILLED_MILLIS = 1_000;

    /** How it went. */
    sealed interface End {
        /** All ended well; the output is that of the last. */
        record Done(String output) implements End {}

        /** Something else was to be heard. */
        record Cut() implements End {}

        /** The program of this index is to blame. */
        record Failed(int program, Cause cause, String why) implements End {}
    }

    enum Cause {
        NOT_STARTED,
        EXIT,
        TIME
    }

    private volatile boolean cut;
    private volatile List<Process> running = List.of();

    /** Ends this turn's programs. Does not wait for them. */
    void cut() {
        cut = true;
        kill();
    }

    /**
     * @param programs joined by pipes
     * @param input for the first; at most {@link #MOST_INPUT} bytes
     */
    End run(List<List<String>> programs, byte[] input, long longestMillis) throws InterruptedException {
        if (input.length > MOST_INPUT) {
            throw new IllegalArgumentException(input.length + " bytes for a program");
        }
        if (cut) {
            return new End.Cut();
        }
        try {
            running = ProcessBuilder.startPipeline(
                    programs.stream().map(ProcessBuilder::new).toList());
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            return new End.Failed(blamed(programs, why), Cause.NOT_STARTED, why);
        }
        try {
            return end(input, longestMillis);
        } finally {
            tidy();
        }
    }

    private End end(byte[] input, long longestMillis) throws InterruptedException {
        if (cut) { // between the start and its being known to cut()
            kill();
        }
        give(input);
        boolean inTime = awaitAll(longestMillis);
        if (cut) {
            return new End.Cut();
        }
        return inTime ? outcome() : timeUp(longestMillis);
    }

    /** A program that ends without reading says why by its exit code. */
    private void give(byte[] input) {
        try (OutputStream in = running.getFirst().getOutputStream()) {
            in.write(input);
        } catch (IOException unused) {
            // Broken pipe.
        }
    }

    private boolean awaitAll(long longestMillis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(longestMillis);
        for (Process process : running) {
            if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }

    /** The first that failed by itself: its reader then fails for want of input, its writer of a broken pipe. */
    private End outcome() {
        for (int i = 0; i < running.size(); i++) {
            int code = running.get(i).exitValue();
            if (code != 0 && code != BROKEN_PIPE) {
                String said = lastLine(text(running.get(i).getErrorStream()));
                return new End.Failed(i, Cause.EXIT, said.isEmpty() ? "exit code " + code : said);
            }
        }
        return new End.Done(text(running.getLast().getInputStream()));
    }

    private End timeUp(long longestMillis) {
        int i = 0;
        while (i < running.size() - 1 && !running.get(i).isAlive()) {
            i++;
        }
        return new End.Failed(i, Cause.TIME, "not ended after " + longestMillis + " ms");
    }

    private void tidy() throws InterruptedException {
        kill();
        for (Process process : running) {
            process.waitFor(KILLED_MILLIS, TimeUnit.MILLISECONDS);
            close(process.getInputStream());
            close(process.getErrorStream());
        }
        running = List.of();
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException unused) {
            // Nothing more was wanted from it.
        }
    }

    /** By handle, which leaves the streams alone: closing them could wait. */
    private void kill() {
        for (Process process : running) {
            process.toHandle().destroyForcibly();
        }
    }

    /** The JDK quotes the program that it could not start. */
    private static int blamed(List<List<String>> programs, String message) {
        for (int i = 0; i < programs.size(); i++) {
            if (message.contains('"' + programs.get(i).getFirst() + '"')) {
                return i;
            }
        }
        return 0;
    }

    /** What an ended program left in its pipe; never waits, though a child of its own may still hold the other end. */
    private static String text(InputStream in) {
        try {
            return new String(in.readNBytes(Math.min(in.available(), MOST_OUTPUT)), StandardCharsets.UTF_8);
        } catch (IOException unused) {
            return "";
        }
    }

    private static String lastLine(String text) {
        String line = text.strip().lines().reduce("", (before, after) -> after);
        return line.substring(0, Math.min(line.length(), MOST_WHY));
    }
}
