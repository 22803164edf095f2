package hymio.kiosk.press.gpio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines that somebody else plays: each edge is a text line {@code <line> <0|1>}, the level as the wire has it (0 is a
 * pressed button). For demos and tests, so that simulated visitors take the way of a real button above the kernel. The
 * stream is not closed; it belongs to the caller.
 */
final class StreamChip implements LineChip {
    private static final Logger log = LoggerFactory.getLogger(StreamChip.class);
    private static final Pattern EDGE = Pattern.compile("(\\d{1,4}) ([01])");

    private final InputStream edges;
    private volatile boolean closed;

    StreamChip(InputStream edges) {
        this.edges = edges;
    }

    @Override
    public void start(Listener listener) {
        listener.opened(Map.of());
        Thread.ofPlatform().name("gpio-stream").daemon().start(() -> read(listener));
    }

    @Override
    public Optional<GpioProblem> problem() {
        return Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
    }

    private void read(Listener listener) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(edges, StandardCharsets.US_ASCII));
        try {
            String line = reader.readLine();
            for (long number = 1; line != null && !closed; number++) {
                deliver(line, number, listener);
                line = reader.readLine();
            }
        } catch (IOException broken) {
            log.warn("No more GPIO edges: their stream broke", broken);
        }
        if (!closed) {
            listener.lost();
        }
    }

    private static void deliver(String line, long number, Listener listener) {
        Matcher edge = EDGE.matcher(line.strip());
        if (edge.matches()) {
            boolean high = edge.group(2).equals("1");
            listener.changed(new Edge(Integer.parseInt(edge.group(1)), high, System.nanoTime(), number));
        } else {
            log.warn("Not a GPIO edge: \"{}\"; write \"<line> <0 or 1>\"", line);
        }
    }
}
