package hymio.provisioning.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One running terminal as the demo sees it: what it was pressed, and what it says it has stored and synced.
 * Thread-safe.
 */
final class Terminal {
    /** What the kiosk is told: the lines of its buttons, best face first. */
    static final String GPIO_LINES = "17,27,22,23,24";

    private static final String[] LINES = GPIO_LINES.split(",");
    /** It shows its first questions: until then it asks a built-in one. */
    private static final Pattern READY = Pattern.compile("config \\S{1,200}");

    private static final Pattern STORED = Pattern.compile("stored \\d{1,13} (\\d{1,2})");
    private static final Pattern SETTLED = Pattern.compile("settled (\\d{1,13}) pending \\d{1,13}");

    private final Station station;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private Counts pressed = Counts.NONE;
    private Counts stored = Counts.NONE;
    private long synced;

    Terminal(Station station) {
        this.station = station;
    }

    Station station() {
        return station;
    }

    /** Done when the terminal has said that it asks the questions of its server. */
    CompletableFuture<Boolean> ready() {
        return ready;
    }

    /** Takes a line of the terminal's standard output; returns whether it is one of those that count. */
    synchronized boolean understands(String line) {
        Matcher storing = STORED.matcher(line);
        Matcher settling = SETTLED.matcher(line);
        if (storing.matches()) {
            stored = stored.plusOne(Integer.parseInt(storing.group(1)));
            notifyAll();
            return true;
        }
        if (settling.matches()) {
            synced += Long.parseLong(settling.group(1));
            return true;
        }
        return READY.matcher(line).matches() && ready.complete(true);
    }

    /**
     * A finger on a button: the edges go to the terminal's standard input, which stands for the GPIO chip (low is
     * pressed). Counted as soon as the edge is on its way.
     *
     * @param button 1 is the best face
     * @param holdMillis how long the finger stays
     */
    void press(OutputStream gpio, int button, long holdMillis) throws IOException, InterruptedException {
        edge(gpio, button, 0);
        synchronized (this) {
            pressed = pressed.plusOne(button);
        }
        try {
            Thread.sleep(holdMillis);
        } finally {
            edge(gpio, button, 1);
        }
    }

    /** Waits until all that was pressed is stored, at most so long; returns whether it is. */
    synchronized boolean awaitStored(long longestMillis) throws InterruptedException {
        long end = System.nanoTime() + longestMillis * 1_000_000;
        while (stored.total() < pressed.total()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    synchronized Counts pressed() {
        return pressed;
    }

    synchronized Counts stored() {
        return stored;
    }

    /** Responses the server has a receipt for. */
    synchronized long synced() {
        return synced;
    }

    private static void edge(OutputStream gpio, int button, int level) throws IOException {
        gpio.write((LINES[button - 1] + " " + level + "\n").getBytes(StandardCharsets.US_ASCII));
        gpio.flush();
    }
}
