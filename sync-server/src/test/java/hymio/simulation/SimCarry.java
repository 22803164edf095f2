package hymio.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Staff who carry what waits at one terminal to the server: each file twice, whenever they come to it. */
final class SimCarry {
    private static final long MOST_MILLIS = TimeUnit.DAYS.toMillis(20);

    private final World world;
    private final SimTerminal terminal;
    private final Path stick;
    private final Chance chance;

    /** @param stick an empty folder */
    SimCarry(World world, SimTerminal terminal, Path stick) {
        this.world = world;
        this.terminal = terminal;
        this.stick = stick;
        chance = new Chance(world.plan().seed(), terminal.name() + " stick");
    }

    /** Writes what waits now, and carries it away. */
    void carry() {
        if (terminal.running().isEmpty()) {
            return;
        }
        terminal.live(app -> app.carryOut(stick));
        Disk.Image written = Disk.read(stick);
        Disk.write(stick, Disk.Image.EMPTY);
        for (byte[] file : written.files().values()) {
            world.agenda().in(chance.between(1, MOST_MILLIS), () -> bring(file));
            world.agenda().in(chance.between(1, MOST_MILLIS), () -> bring(file));
        }
    }

    private void bring(byte[] file) {
        try {
            if (world.server().take(file)) {
                return;
            }
        } catch (IOException e) {
            world.tell(terminal.name() + " stick", "the server gave no answer");
        }
        world.agenda().in(TimeUnit.HOURS.toMillis(1), () -> bring(file));
    }
}
