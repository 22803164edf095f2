package hymio.provisioning.demo;

import java.io.PrintWriter;

/** What the demo tells while it runs: events that stay, and one line of figures that is rewritten. For one thread. */
final class LiveLine {
    /** Ticks between two lines of figures where lines cannot be rewritten. */
    static final int PLAIN_TICKS = 10;

    private static final int COLUMNS = 79;

    private final PrintWriter out;
    private final boolean console;
    private boolean dirty;
    private long ticks;

    /** @param console whether a line can be rewritten */
    LiveLine(PrintWriter out, boolean console) {
        this.out = out;
        this.console = console;
    }

    /** Prints a line that stays. */
    void event(String line) {
        wipe();
        out.println(line);
        out.flush();
    }

    /** Shows the newest figures; call it five times a second. */
    void tick(String figures) {
        if (console) {
            String line = figures.length() > COLUMNS ? figures.substring(0, COLUMNS) : figures;
            out.print("\r" + line + " ".repeat(COLUMNS - line.length()));
            dirty = true;
        } else if (ticks++ % PLAIN_TICKS == 0) {
            out.println(figures);
        }
        out.flush();
    }

    /** Takes the line of figures away. */
    void wipe() {
        if (dirty) {
            out.print("\r" + " ".repeat(COLUMNS) + "\r");
            out.flush();
            dirty = false;
        }
    }
}
