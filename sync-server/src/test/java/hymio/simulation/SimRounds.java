package hymio.simulation;

import java.util.concurrent.TimeUnit;

/** When the app of one terminal talks with the server and tidies its outbox; idle time is mostly skipped. */
final class SimRounds {
    /** Rounds that fail one after another before idle time is skipped. */
    private static final int PATIENT_ROUNDS = 3;
    /** Heartbeats of days on which nothing happens prove little and cost most. */
    private static final long IDLE_MILLIS = TimeUnit.DAYS.toMillis(3);
    /** More than the outbox has to do at once in these years. */
    private static final int TIDY_STEPS = 50;

    private final World world;
    private final SimTerminal terminal;
    private final SimNetwork network;
    private int failures;

    SimRounds(World world, SimTerminal terminal, SimNetwork network) {
        this.world = world;
        this.terminal = terminal;
        this.network = network;
    }

    /** The app has started; its rounds go on until it ends. */
    void begin(int run) {
        failures = 0;
        world.agenda().in(terminal.chance().between(1_000, 60_000), () -> due(run));
    }

    private void due(int run) {
        if (run != terminal.run()) {
            return;
        }
        long asleep = terminal.asleepMillis();
        long wait = asleep > 0 ? asleep : now();
        world.agenda().in(wait, () -> due(run));
    }

    /**
     * One round, if the app runs.
     *
     * @return milliseconds to wait; idle time and long rows of failures are mostly skipped
     */
    long now() {
        terminal.clockLooks();
        long[] wait = new long[1];
        terminal.live(app -> {
            wait[0] = app.round();
            tidy(app);
            wait[0] += skipped(app);
        });
        return wait[0];
    }

    private long skipped(KioskProcess app) {
        failures = app.inTouch() ? 0 : failures + 1;
        if (failures == 0 && app.outbox().pending() == 0) {
            return terminal.chance().between(0, IDLE_MILLIS);
        }
        if (failures <= PATIENT_ROUNDS) {
            return 0;
        }
        long up = network.upAgainMillis() - world.agenda().millis();
        return Math.max(up, 0) + terminal.chance().between(0, TimeUnit.HOURS.toMillis(24));
    }

    /** Step by step, with death between and within them. */
    private void tidy(KioskProcess app) {
        boolean more = true;
        for (int i = 0; i < TIDY_STEPS && more; i++) {
            more = terminal.torn(app::tidy);
        }
    }
}
