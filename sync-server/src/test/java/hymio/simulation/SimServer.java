package hymio.simulation;

import hymio.server.audit.Author;
import hymio.server.carry.BundleOutcome;
import hymio.server.db.StorageFault;
import hymio.simulation.Totals.Count;
import hymio.simulation.Truth.Content;
import hymio.wire.Place;
import hymio.wire.Publication;
import hymio.wire.Receipt;
import hymio.wire.Texts;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The machine that the server runs on: its disk, its deaths, its backups, and staff who change things. */
final class SimServer implements AutoCloseable {
    /** Places in zones whose hours differ, shift at other dates, or begin at half an hour. */
    static final List<String> PLACES = List.of("paakirjasto", "kirjasto-ita", "uimahalli");

    private static final List<String> ZONES = List.of("Europe/Helsinki", "Asia/Kathmandu", "America/St_Johns");
    private static final long BACKUP_MILLIS = TimeUnit.DAYS.toMillis(3);
    private static final int BACKUPS = 7;

    private final World world;
    private final Path folder;
    private final Faults faults;
    private final Chance chance;
    private final ServerProcess.Tuning tuning;
    private final Deque<Disk.Image> backups = new ArrayDeque<>();
    private ServerProcess process;
    private long downUntil;
    private int version = 1;

    SimServer(World world, Path folder) {
        this.world = world;
        this.folder = folder;
        faults = new Faults(world, "server");
        chance = new Chance(world.plan().seed(), "server");
        tuning = new ServerProcess.Tuning(new Chance(world.plan().seed(), "ids"), (int) TimeUnit.HOURS.toSeconds(24));
        process = start(0);
        process.questionnaires.rememberBuiltIn();
        place("kaupunki", "", "Europe/Helsinki");
        for (int i = 0; i < PLACES.size(); i++) {
            place(PLACES.get(i), "kaupunki", ZONES.get(i));
        }
        publish();
    }

    ServerProcess process() {
        return process;
    }

    private void place(String id, String parent, String zone) {
        process.locations.add(new Place(id, Texts.of(id, id, id), parent, zone), Author.command(world.agenda()));
    }

    /** From now on faults strike. */
    void begin() {
        faults.schedule(Fault.SERVER_DISK_FULL, this::fillDisk);
        faults.schedule(Fault.RESTORE, this::restore);
        faults.schedule(Fault.QUESTIONNAIRE, this::publish);
        if (world.plan().faults().contains(Fault.RESTORE)) {
            world.agenda().in(BACKUP_MILLIS, this::backUp);
        }
    }

    /** Ends every fault. */
    void heal() {
        downUntil = 0;
        restart(0, Disk.read(folder));
    }

    /** @throws IOException when no answer comes back */
    Call.Answer answer(Call call) throws IOException {
        meet();
        if (faults.strikes(Fault.TORN_SERVER_COMMIT)) {
            Disk.Image before = Disk.read(folder);
            serve(call);
            crash(before.halfway(Disk.read(folder), faults.chance(Fault.TORN_SERVER_COMMIT)));
        }
        return mortal(() -> serve(call));
    }

    /**
     * Staff bring in a file that was carried by hand; each of its batches is a commit of its own.
     *
     * @return whether it was taken
     * @throws IOException when no answer comes back
     */
    boolean take(byte[] file) throws IOException {
        meet();
        return mortal(() -> process.take(file).filter(this::taken).isPresent());
    }

    private void meet() throws ConnectException {
        if (world.agenda().millis() < downUntil) {
            throw new ConnectException("connection refused");
        }
    }

    private boolean taken(BundleOutcome outcome) {
        switch (outcome) {
            case BundleOutcome.Taken unused -> {
                world.totals().add(Count.BUNDLES, 1);
                return true;
            }
            case BundleOutcome.Refused refused -> {
                world.violated("a bundle was refused", refused.detail());
                return false;
            }
        }
    }

    /** Work that ends with the server's life, maybe. */
    private <T> T mortal(Supplier<T> work) throws IOException {
        boolean dies = faults.strikes(Fault.KILL_SERVER);
        if (dies && faults.chance(Fault.KILL_SERVER).hit(0.5)) {
            crash(Disk.read(folder));
        }
        T done = work.get();
        if (dies) {
            world.bug().killedAfterCommit(this);
            crash(Disk.read(folder));
        }
        return done;
    }

    private Call.Answer serve(Call call) {
        Call.Answer answer = world.bug().serve(call, this);
        if (call.batch() && answer.status() == 200) {
            world.totals().add(Count.BATCHES, 1);
            check(world.codec().read(answer.body(), Receipt.class));
        }
        if (answer.status() == 201) {
            backups.clear(); // who restores an older one enrols the new terminals again
        }
        return answer;
    }

    /** Read by another connection: what is not committed is not seen. */
    private void check(Receipt receipt) {
        for (Receipt.Range range : receipt.settled()) {
            long held = Stored.count(process.db, receipt.journal(), range);
            if (held != range.last() - range.first() + 1) {
                world.violated(
                        "a receipt names what is not committed",
                        "numbers " + range.first() + " to " + range.last() + ", of which " + held + " are");
            }
        }
    }

    private void crash(Disk.Image left) throws IOException {
        long seconds = chance.between(1, 600);
        downUntil = world.agenda().millis() + TimeUnit.SECONDS.toMillis(seconds);
        restart(0, left);
        throw new IOException("connection reset");
    }

    private void restart(long maxPages, Disk.Image image) {
        process.close();
        Disk.write(folder, image);
        process = start(maxPages);
    }

    private ServerProcess start(long maxPages) {
        world.totals().add(Count.SERVER_STARTS, 1);
        return new ServerProcess(folder, maxPages, world.codec(), world.agenda(), tuning);
    }

    /** It has no room for more pages, or allows no write at all, as a file system does that has met an error. */
    private void fillDisk() {
        if (chance.hit(0.5)) {
            restart(Stored.pages(process.db) + chance.between(0, 2), Disk.read(folder));
        } else {
            change(() -> process.db.change(handle -> handle.execute("pragma query_only = on"))); // or it is already
        }
        world.agenda().in(TimeUnit.MINUTES.toMillis(chance.between(10, 14_000)), () -> restart(0, Disk.read(folder)));
    }

    /**
     * Changes something as staff do.
     *
     * @return whether it could be stored
     */
    boolean change(Runnable change) {
        try {
            change.run();
            return true;
        } catch (RuntimeException e) {
            if (StorageFault.of(e).isEmpty()) {
                throw e;
            }
            world.tell("server", "could not be changed: the disk is full");
            return false;
        }
    }

    private void backUp() {
        backups.addLast(Disk.read(folder));
        if (backups.size() > BACKUPS) {
            backups.removeFirst();
        }
        world.agenda().in(BACKUP_MILLIS, this::backUp);
    }

    private void restore() {
        if (!backups.isEmpty()) {
            List<Stored.Row> before = Stored.responses(process.db);
            restart(0, chance.pick(List.copyOf(backups)));
            Set<Content> lost = before.stream().map(Stored.Row::content).collect(Collectors.toSet());
            Stored.responses(process.db).forEach(row -> lost.remove(row.content()));
            world.totals().add(Count.LOST_BY_RESTORE, lost.size());
            world.truth().lost(lost);
        }
    }

    private void publish() {
        Publication next = new Publication("kaupunki", Questions.version(version++));
        change(() -> process.questionnaires.publish(next, Author.command(world.agenda())));
    }

    /** A code with which a terminal enrols. */
    String code(String name) {
        return process.enrol
                .code(new hymio.wire.CodeRequest(chance.pick(PLACES), name), Author.command(world.agenda()))
                .orElseThrow()
                .code();
    }

    void move(String terminal, String place) {
        long since = world.agenda().millis();
        change(() -> process.db.change(handle -> handle.execute(
                "insert or ignore into assignment (terminal, since, location)"
                        + " select t.num, ?, l.num from terminal t, location l where t.id = ? and l.id = ?",
                since,
                terminal,
                place)));
    }

    @Override
    public void close() {
        process.close();
    }
}
