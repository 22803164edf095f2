package hymio.simulation;

import hymio.kiosk.visit.VisitEvent;
import hymio.simulation.Totals.Count;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A machine in a public hall: its power, its card, its clock, its network, and the app while that runs. */
final class SimTerminal {
    /** Share of the machines that have a number of their own; the others cannot be told apart. */
    private static final double KNOWN = 0.6;

    private final World world;
    private final String name;
    private final Path folder;
    private final String code;
    private final Faults faults;
    private final Chance chance;
    private final SimClock clock;
    private final SimNetwork network;
    private final SimVisitors visitors;
    private final SimRounds rounds;
    private final SimCarry carry;
    private final SimThanks thanks;
    private String unit;
    private @Nullable KioskProcess process;
    private int starts;
    private boolean full;
    private long fullMillis;
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
        network = new SimNetwork(world, faults, () -> !copied);
        visitors = new SimVisitors(world, this);
        rounds = new SimRounds(world, this, network);
        carry = new SimCarry(world, this, Disk.folder(folder.resolveSibling(name + "-stick")));
        thanks = new SimThanks(world, this);
        unit = machine();
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
        faults.schedule(Fault.SWAPPED_MACHINE, () -> {
            unit = machine();
            powerCut(Disk.read(folder));
        });
        faults.schedule(Fault.CARRIED, carry::carry);
    }

    private String machine() {
        return chance.hit(KNOWN) ? String.format("%016x", chance.between(0, Long.MAX_VALUE - 1)) : "";
    }

    /** A word for the machine that the card sits in, empty when it has none. */
    String unit() {
        return unit;
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

    SimThanks thanks() {
        return thanks;
    }

    /** The app, while it runs and the machine is awake. */
    Optional<KioskProcess> running() {
        return asleepMillis() > 0 ? Optional.empty() : Optional.ofNullable(process);
    }

    private void boot() {
        clock.boot();
        start(0);
    }

    private void start(long maxPages) {
        fullMillis = fullMillis();
        full = maxPages > 0;
        world.totals().add(Count.STARTS, 1);
        world.bug().starting(folder);
        process = new KioskProcess(world, this, code, maxPages);
        rounds.begin(++starts);
    }

    /** When its disk was full last, 0 if it never was: then settled responses went before their days were over. */
    long fullMillis() {
        return full ? world.agenda().millis() : fullMillis;
    }

    /** Which run of the app it is, or the pause after it. */
    int run() {
        return starts;
    }

    /** How long it sleeps still, 0 when it is awake. */
    long asleepMillis() {
        return Math.max(0, asleepUntil - world.agenda().millis());
    }

    /** A round now, as one may happen at any moment of a visit. */
    void syncNow() {
        if (running().isPresent()) {
            rounds.now();
        }
    }

    /** What happens at this terminal; it may be its end. */
    void happens(VisitEvent event) {
        live(app -> app.handle(event));
    }

    /** A part of the app's life, if it runs; it may be its end. */
    void live(Consumer<KioskProcess> part) {
        KioskProcess app = process;
        if (app == null) {
            return;
        }
        try {
            part.accept(app);
        } catch (Killed killed) {
            died(killed);
        }
    }

    void clockLooks() {
        clock.look(network.online());
    }

    /** A part of the app's life that ends in a commit, with death before, within and after it. */
    <T> T torn(Supplier<T> commit) {
        maybeKilled();
        boolean torn = faults.strikes(Fault.TORN_COMMIT);
        Disk.Image before = torn ? Disk.read(folder) : Disk.Image.EMPTY;
        T done = commit.get();
        if (torn) {
            throw new Killed(Optional.of(before.halfway(Disk.read(folder), faults.chance(Fault.TORN_COMMIT))));
        }
        maybeKilled();
        return done;
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
            rounds.now();
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
