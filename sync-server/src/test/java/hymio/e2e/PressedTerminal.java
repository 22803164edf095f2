package hymio.e2e;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A packaged terminal that is started, pressed, killed and started again, and all that it ever said it has stored. One
 * thread drives it.
 */
final class PressedTerminal implements AutoCloseable {
    private static final List<Integer> LINES = List.of(17, 27, 22, 23);
    private static final Pattern STORED = Pattern.compile("stored (\\d+) (\\d+)( misuse)?");
    private static final String ANSWER = "^(not )?stored ";
    /** Every press is a response at once: neither held, nor repeated, nor a ghost. */
    private static final Map<String, String> SETTINGS = Map.of(
            "HYMIO_KIOSK_REPORT", "true",
            "HYMIO_KIOSK_GPIO_CHIP", "stdin",
            "HYMIO_KIOSK_GPIO_LINES", "17,27,22,23",
            "HYMIO_KIOSK_GPIO_GHOST_MS", "0",
            "HYMIO_KIOSK_LONG_PRESS_MS", "0",
            "HYMIO_KIOSK_REPEAT_GUARD_MS", "0",
            "HYMIO_KIOSK_THANKS_MS", "500",
            "HYMIO_KIOSK_SOUND", "false",
            "HYMIO_KIOSK_SCREEN", "false");

    /** What one line of a terminal says is stored. */
    record Promise(long number, int option) {}

    private final String name;
    private final List<String> prefix;
    private final List<String> arguments;
    private final Map<String, String> settings;
    private final List<Promise> promised = new ArrayList<>();
    private Program life;
    private int pressed;
    private int notStored;
    private int kills;

    /**
     * @param prefix a command that runs the terminal elsewhere, or nothing
     * @param settings what shall be other than usual here
     */
    PressedTerminal(
            String name, Path data, String server, String code, List<String> prefix, Map<String, String> settings) {
        this.name = name;
        this.prefix = List.copyOf(prefix);
        this.arguments = List.of("--data", data.toString(), "--server", server, "--code", code);
        this.settings = new HashMap<>(SETTINGS);
        this.settings.putAll(settings);
    }

    String name() {
        return name;
    }

    void start() {
        life = Program.kiosk(prefix, settings, arguments);
    }

    void startAndAwait() {
        start();
        life.await("terminal ready");
    }

    Program life() {
        return life;
    }

    boolean ready() {
        return life.lines().stream().anyMatch(line -> line.contains("terminal ready"));
    }

    /** A finger on a button, whatever becomes of it. */
    void press(int option) {
        pressed++;
        life.type(LINES.get(option - 1) + " 0\n" + LINES.get(option - 1) + " 1\n");
    }

    /** A finger that came another way than by {@link #press}. */
    void pressedElsewhere() {
        pressed++;
    }

    /** A finger on a button that waits for its answer. */
    void pressAndAwait(int option) {
        int before = life.lines().size();
        press(option);
        life.awaitAfter(before, ANSWER);
    }

    /** Waits for a receipt that comes from now on and leaves nothing unsent. */
    void awaitSettled() {
        life.awaitAfter(life.lines().size(), "^settled \\d+ pending 0$");
    }

    void kill() throws InterruptedException {
        life.kill();
        kills++;
        promised.addAll(promisedBy(life));
        notStored += notStoredBy(life);
        life = null;
    }

    /** All that it said it has stored. */
    List<Promise> promised() {
        List<Promise> all = new ArrayList<>(promised);
        if (life != null) {
            all.addAll(promisedBy(life));
        }
        return all;
    }

    int pressed() {
        return pressed;
    }

    int kills() {
        return kills;
    }

    /** How often it told a visitor that the response could not be stored. */
    int notStored() {
        return notStored + (life == null ? 0 : notStoredBy(life));
    }

    @Override
    public void close() {
        if (life != null) {
            life.close();
        }
    }

    private static List<Promise> promisedBy(Program program) {
        return program.lines().stream()
                .map(STORED::matcher)
                .filter(Matcher::matches)
                .map(it -> new Promise(Long.parseLong(it.group(1)), Integer.parseInt(it.group(2))))
                .toList();
    }

    private static int notStoredBy(Program program) {
        return (int) program.lines().stream()
                .filter(line -> line.startsWith("not stored "))
                .count();
    }
}
