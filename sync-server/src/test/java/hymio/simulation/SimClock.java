package hymio.simulation;

import hymio.kiosk.time.TerminalClock;
import hymio.wire.Limits;
import hymio.wire.PressTime;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The clocks of one machine, right or wrong. */
final class SimClock implements TerminalClock {
    private static final long YEAR = TimeUnit.DAYS.toMillis(365);
    /** A synchronised clock is at most this far from the true time. */
    static final long TRUSTED_ERROR_MILLIS = 50;

    private final World world;
    private final Chance chance;
    private final boolean battery;
    private final boolean timeServer;
    private UUID boot = new UUID(0, 0);
    private long bootMillis;
    private long offsetMillis;
    private boolean trusted;
    private long syncedFrom;
    /** What a machine without a battery goes on from. */
    private long savedMillis;

    SimClock(World world, String machine, Faults faults) {
        this.world = world;
        chance = new Chance(world.plan().seed(), machine + " clock");
        battery = !faults.strikes(Fault.NO_CLOCK_BATTERY);
        timeServer = !faults.strikes(Fault.NO_TIME_SERVER);
        savedMillis = world.agenda().millis() - chance.between(0, YEAR);
    }

    void boot() {
        boot = chance.uuid();
        bootMillis = world.agenda().millis() - chance.between(3_000, 30_000);
        trusted = false;
        long wall = battery ? world.agenda().millis() + chance.between(-90_000, 90_000) : savedMillis;
        set(wall);
        resyncLater();
    }

    /** Somebody or something sets the clock wrong. */
    void jump() {
        long most = chance.pick(java.util.List.of(5_000L, 3_600_000L, YEAR, 30 * YEAR));
        set(now().wallMillis() + chance.between(-most, most));
        trusted = false;
        resyncLater();
    }

    /** Asks the time server, if it can be reached. */
    void look(boolean online) {
        if (!trusted && online && (timeServer || world.calm()) && world.agenda().millis() >= syncedFrom) {
            set(world.agenda().millis() + chance.between(-TRUSTED_ERROR_MILLIS, TRUSTED_ERROR_MILLIS));
            trusted = true;
        }
        if (trusted) {
            savedMillis = now().wallMillis();
        }
    }

    private void set(long wallMillis) {
        offsetMillis = Math.clamp(wallMillis, 0, Limits.WALL_MILLIS - YEAR * 20) - uptime();
    }

    private void resyncLater() {
        syncedFrom = world.agenda().millis() + TimeUnit.SECONDS.toMillis(chance.between(10, 3_600));
    }

    /** When a press of this boot really was. */
    long trueMillis(PressTime time) {
        return bootMillis + time.uptimeMillis();
    }

    private long uptime() {
        return world.agenda().millis() - bootMillis;
    }

    @Override
    public PressTime now() {
        return new PressTime(boot, uptime(), offsetMillis, trusted);
    }

    @Override
    public PressTime at(long monotonicNanos) {
        throw new UnsupportedOperationException("nothing here has edges that a kernel stamped");
    }
}
