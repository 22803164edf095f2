package hymio.simulation;

import hymio.kiosk.StoreResponse;
import hymio.kiosk.visit.Entry;
import hymio.kiosk.visit.VisitEvent;
import hymio.simulation.Totals.Count;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A machine in a public hall: its power, its card, its clock, its network, and the app while that runs. */
final class SimTerminal {
    /** Rounds that fail one after another before idle time is skipped. */
    private static final int PATIENT_ROUNDS = 3;
    /** Heartbeats of days on which nothing happens prove little and cost most. */
    private static final long IDLE_MILLIS = TimeUnit.DAYS.toMillis(3);

    private final World world;
    private final String name;
    private final Path folder;
    private final String code;
    private final Faults faults;
    private final Chance chance;
    private final SimClock clock;
    private final SimNetwork network;
    private final SimVisitors visitors;
    private @Nullable KioskProcess process;
    private int starts;
    private int failures;
    private long asleepUntil;
    private boolean copied;
    private long beganMillis;

    SimTerminal(World world, String name, Path folder, String code) {
        this.world = world;
        this.name = name;
        this.folder = folder;
        this.code = code;
        faults = new Faults(world, name);
        chance = new Chance(world.plan().seed(), name);
        clock = new SimClock(world, name, faults);
        network = new SimNetwork(world, faults);
        visitors = new SimVisitors(world, this);
    }

    /** Plugs it in; from now on people come and faults strike. */
    void begin() {
        beganMillis = world.agenda().millis();
        boot();
        network.begin();
        visitors.begin();
        faults.schedule(Fault.POWER_CUT, () -> running().ifPresent(unused -> powerCut(Disk.read(folder))));
        faults.schedule(Fault.TERMINAL_DISK_FULL, this::fillDisk);
        faults.schedule(Fault.SUSPEND, this::suspend);
        faults.schedule(Fault.CLOCK_JUMP, clock::jump);
        faults.schedule(Fault.MOVE, this::move);
        faults.schedule(Fault.COPIED_CARD, this::copy);
    }

    String name() {
        return name;
    }

    Path folder() {
        return folder;
    }

    Chance chance() {
        return chance;
    }

    SimClock clock() {
        return clock;
    }

    /** The app, while it runs and the machine is awake. */
    Optional<KioskProcess> running() {
        return world.agenda().millis() < asleepUntil ? Optional.empty() : Optional.ofNullable(process);
    }

    private void boot() {
        clock.boot();
        start(0);
    }

    private void start(long maxPages) {
        world.totals().add(Count.STARTS, 1);
        world.bug().starting(folder);
        process = new KioskProcess(world, this, code, maxPages);
        int run = ++starts;
        failures = 0;
        world.agenda().in(chance.between(1_000, 60_000), () -> syncDue(run));
    }

    private void syncDue(int run) {
        if (run != starts) {
            return;
        }
        long wait = world.agenda().millis() < asleepUntil
                ? asleepUntil - world.agenda().millis()
                : sync();
        world.agenda().in(wait, () -> syncDue(run));
    }

    /**
     * One round with the server, if the app runs.
     *
     * @return milliseconds to wait; idle time and long rows of failures are mostly skipped
     */
    private long sync() {
        clock.look(network.online());
        KioskProcess app = process;
        if (app == null) {
            return 0;
        }
        try {
            long wait = app.round();
            failures = app.inTouch() ? 0 : failures + 1;
            if (failures == 0 && app.outbox().pending() == 0) {
                return wait + chance.between(0, IDLE_MILLIS);
            }
            if (failures <= PATIENT_ROUNDS) {
                return wait;
            }
            long up = network.upAgainMillis() - world.agenda().millis();
            return Math.max(up, 0) + wait + chance.between(0, TimeUnit.HOURS.toMillis(24));
        } catch (Killed killed) {
            died(killed);
            return 0;
        }
    }

    /** A round now, as one may happen at any moment of a visit. */
    void syncNow() {
        if (running().isPresent()) {
            sync();
        }
    }

    /** What happens at this terminal; it may be its end. */
    void happens(VisitEvent event) {
        KioskProcess app = process;
        if (app == null) {
            return;
        }
        try {
            app.handle(event);
        } catch (Killed killed) {
            died(killed);
        }
    }

    void clockLooks() {
        clock.look(network.online());
    }

    /** The visit's way to the outbox, with death at any point of it. */
    VisitEvent store(Entry entry, StoreResponse real) {
        world.totals().add(Count.PRESSES, 1);
        Truth.Attempt attempt = world.truth().attempt(name, entry, clock.trueMillis(entry.time()));
        maybeKilled();
        VisitEvent outcome = faults.strikes(Fault.TORN_COMMIT)
                ? torn(entry, real)
                : world.bug().store(entry, real, this);
        maybeKilled();
        switch (outcome) {
            case VisitEvent.Stored stored -> thanked(attempt, entry, real, stored.number());
            default -> {
                world.totals().add(Count.SORRY, 1);
                attempt.fate = Truth.Fate.SORRY;
            }
        }
        return outcome;
    }

    private VisitEvent torn(Entry entry, StoreResponse real) {
        Disk.Image before = Disk.read(folder);
        real.store(entry);
        throw new Killed(Optional.of(before.halfway(Disk.read(folder), faults.chance(Fault.TORN_COMMIT))));
    }

    private void thanked(Truth.Attempt attempt, Entry entry, StoreResponse real, long number) {
        world.totals().add(Count.THANKED, 1);
        world.totals().add(Count.UNDONE, entry.extra().takesBack() > 0 ? 1 : 0);
        world.totals().add(Count.MISUSE, entry.extra().misuse() > 0 ? 1 : 0);
        world.tell(
                name,
                "thanked for number " + number + ": " + attempt.content.question() + " option "
                        + attempt.content.option());
        if (!world.truth().thanked(attempt, real.outbox().journal(), number, copied)) {
            world.violated("a number given twice", name + " gave number " + number);
        }
    }

    private void maybeKilled() {
        if (faults.strikes(Fault.KILL_TERMINAL)) {
            throw new Killed(Optional.empty());
        }
    }

    /** The way from the sync to the network, with death before and after. */
    Call.Answer call(Call call) throws IOException {
        maybeKilled();
        Call.Answer answer = world.bug().call(call, this, network::carry);
        maybeKilled();
        return answer;
    }

    private void died(Killed killed) {
        killed.left().ifPresentOrElse(this::powerCut, this::kill);
    }

    private void kill() {
        stop(Disk.read(folder));
        int run = starts;
        world.agenda().in(TimeUnit.SECONDS.toMillis(chance.between(2, 60)), () -> startAgain(run, 0));
    }

    private void startAgain(int run, long maxPages) {
        if (run == starts && process == null) {
            start(maxPages);
        }
    }

    private void powerCut(Disk.Image left) {
        Disk.Image image = world.bug().powerCut(left, this);
        stop(image.torn(chance));
        int run = starts;
        long off = TimeUnit.SECONDS.toMillis(20) + (long) (chance.skewed(6) * TimeUnit.DAYS.toMillis(30));
        world.agenda().in(off, () -> {
            if (run == starts && process == null) {
                boot();
            }
        });
    }

    private void stop(Disk.Image left) {
        KioskProcess app = process;
        if (app != null) {
            app.drop();
        }
        process = null;
        starts++;
        Disk.write(folder, left);
    }

    private void fillDisk() {
        running().ifPresent(unused -> {
            stop(Disk.read(folder));
            start(pages() + chance.between(0, 2));
            int run = starts;
            world.agenda().in(TimeUnit.HOURS.toMillis(chance.between(6, 500)), () -> {
                if (run == starts) {
                    stop(Disk.read(folder));
                    start(0);
                }
            });
        });
    }

    private long pages() {
        return Disk.read(folder).files().get("outbox.db").length / 4096;
    }

    private void suspend() {
        asleepUntil = world.agenda().millis() + TimeUnit.MINUTES.toMillis(chance.between(10, 3_000));
    }

    private void move() {
        terminalId().ifPresent(id -> world.server().move(id, chance.pick(SimServer.PLACES)));
    }

    /** Its name at the server, from the identity that it keeps; empty before it is enrolled. */
    Optional<String> terminalId() {
        byte[] identity = Disk.read(folder).files().get("identity");
        return identity == null
                ? Optional.empty()
                : new String(identity, java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .filter(it -> !it.isEmpty())
                        .findFirst();
    }

    private void copy() {
        if (!copied && terminalId().isPresent()) {
            copied = true;
            world.copy(this);
        }
    }

    void isCopy() {
        copied = true;
    }

    /** Whether another machine runs, or ran, a copy of its card. */
    boolean copied() {
        return copied;
    }

    /** Ends every fault: power, network, room on the disk. */
    void heal() {
        network.heal();
        asleepUntil = 0;
        if (process != null) {
            stop(Disk.read(folder));
        }
        starts++;
        boot();
    }

    /** One more round, if something waits, when nothing is in the way any more. */
    void finish() {
        if (process != null && process.outbox().pending() > 0) {
            sync();
        }
    }

    void end() {
        world.totals()
                .add(
                        Count.TERMINAL_DAYS,
                        TimeUnit.MILLISECONDS.toDays(world.agenda().millis() - beganMillis));
        if (process != null) {
            process.drop();
            process = null;
        }
    }
}
