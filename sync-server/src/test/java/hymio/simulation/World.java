package hymio.simulation;

import hymio.server.tally.Recount;
import hymio.wire.WireCodec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One town: a server, its terminals, and everything that can go wrong between them. Single-threaded. */
final class World implements AutoCloseable {
    private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final long CHECK_MILLIS = TimeUnit.DAYS.toMillis(120);
    /** Longer than the longest that a request can be late. */
    private static final long HEALING_MILLIS = TimeUnit.DAYS.toMillis(4);

    private static final int ROUNDS = 20;
    /** Who says so in the trace. */
    static final String VIOLATED = "violated:";

    private final Plan plan;
    private final Path folder;
    private final Agenda agenda;
    private final Trace trace;
    private final Truth truth = new Truth();
    private final Totals totals = new Totals();
    private final WireCodec codec = new WireCodec();
    private final Bug bug;
    private final SimServer server;
    private final List<SimTerminal> terminals = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private Optional<Call.Answer> lastAnswer = Optional.empty();
    private boolean calm;

    record Violation(String kind, String details) {}

    /**
     * How a world ended.
     *
     * @param day of its end, from 0
     */
    record Outcome(Plan plan, String hash, int day, List<Violation> violations, Totals totals, List<String> lines) {}

    /** Simulates a world in an empty folder. */
    static Outcome run(Plan plan, Path folder, boolean keepLines) {
        try (World world = new World(plan, folder, keepLines)) {
            return world.live();
        } finally {
            Disk.remove(folder);
        }
    }

    private World(Plan plan, Path folder, boolean keepLines) {
        this.plan = plan;
        this.folder = folder;
        trace = new Trace(keepLines);
        agenda = new Agenda(START + TimeUnit.DAYS.toMillis(new Chance(plan.seed(), "calendar").between(0, 364)));
        bug = plan.bug().plant(this);
        server = new SimServer(this, Disk.folder(folder.resolve("server")));
        for (int i = 1; i <= plan.terminals(); i++) {
            String name = "t" + i;
            terminals.add(new SimTerminal(this, name, Disk.folder(folder.resolve(name)), server.code(name)));
        }
    }

    private Outcome live() {
        server.begin();
        terminals.forEach(SimTerminal::begin);
        long start = agenda.millis();
        long end = start + TimeUnit.DAYS.toMillis(plan.days());
        while (agenda.millis() < end && violations.isEmpty()) {
            agenda.runUntil(Math.min(end, agenda.millis() + CHECK_MILLIS));
            new Invariants(this).always();
        }
        if (violations.isEmpty()) {
            heal();
            new Invariants(this).always();
            new Invariants(this).healed();
        }
        trace.seal(Stored.responses(server.process().db) + " " + tallies());
        int day = (int) TimeUnit.MILLISECONDS.toDays(agenda.millis() - start);
        return new Outcome(plan, trace.hash(), day, List.copyOf(violations), totals, trace.lines());
    }

    private Map<String, Long> tallies() {
        Map<String, Long> sorted = new TreeMap<>();
        server.process().db.read(Recount::standing).forEach((key, n) -> sorted.put(String.valueOf(key), n));
        return sorted;
    }

    /** Everything works again, and nobody presses any more. */
    private void heal() {
        calm = true;
        tell("town", "healed");
        server.heal();
        terminals.forEach(SimTerminal::heal);
        agenda.runUntil(agenda.millis() + HEALING_MILLIS);
        terminals.forEach(SimTerminal::syncNow);
        for (int i = 0; i < ROUNDS; i++) {
            terminals.forEach(SimTerminal::finish);
        }
    }

    /** A second machine with a copy of a terminal's card. */
    void copy(SimTerminal original) {
        Path card = Disk.folder(folder.resolve(original.name() + "-copy"));
        Disk.write(card, Disk.read(original.folder()));
        SimTerminal copy = new SimTerminal(this, original.name() + "-copy", card, "");
        copy.isCopy();
        terminals.add(copy);
        copy.begin();
    }

    void tell(String who, String what) {
        trace.add(agenda.millis(), who, what);
    }

    /** @param kind what does not hold, the same words for the same fault */
    void violated(String kind, String details) {
        violations.add(new Violation(kind, details));
        tell(VIOLATED, kind + ": " + details);
        agenda.stop();
    }

    /** An answer that a cache may give again later. */
    void remember(Call.Answer answer) {
        lastAnswer = Optional.of(answer);
    }

    Optional<Call.Answer> lastAnswer() {
        return lastAnswer;
    }

    /** Whether faults have ended. */
    boolean calm() {
        return calm;
    }

    Plan plan() {
        return plan;
    }

    Agenda agenda() {
        return agenda;
    }

    Truth truth() {
        return truth;
    }

    Totals totals() {
        return totals;
    }

    WireCodec codec() {
        return codec;
    }

    Bug bug() {
        return bug;
    }

    SimServer server() {
        return server;
    }

    List<SimTerminal> terminals() {
        return terminals;
    }

    @Override
    public void close() {
        terminals.forEach(SimTerminal::end);
        server.close();
    }
}
