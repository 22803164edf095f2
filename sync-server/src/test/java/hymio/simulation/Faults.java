package hymio.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** When faults strike one actor. */
final class Faults {
    private final World world;
    private final String actor;
    private final Map<Fault, Chance> chances = new EnumMap<>(Fault.class);

    Faults(World world, String actor) {
        this.world = world;
        this.actor = actor;
    }

    /** Draws of a fault: whether it strikes, and how. */
    Chance chance(Fault fault) {
        return chances.computeIfAbsent(fault, it -> new Chance(world.plan().seed(), actor + " " + it.word()));
    }

    /** Draws whether a fault strikes now; counted and traced when it does. */
    boolean strikes(Fault fault) {
        if (!may(fault) || !chance(fault).hit(fault.rate())) {
            return false;
        }
        note(fault);
        return true;
    }

    /** Lets a fault strike again and again, as often as it does. */
    void schedule(Fault fault, Runnable strike) {
        if (!world.plan().faults().contains(fault)) {
            return;
        }
        long wait = chance(fault).wait(fault.rate() * TimeUnit.DAYS.toMillis(1));
        world.agenda().in(wait, () -> {
            if (may(fault)) {
                note(fault);
                strike.run();
                schedule(fault, strike);
            }
        });
    }

    private boolean may(Fault fault) {
        return !world.calm() && world.plan().faults().contains(fault);
    }

    private void note(Fault fault) {
        world.totals().struck(fault);
        world.tell(actor, fault.word());
    }
}
