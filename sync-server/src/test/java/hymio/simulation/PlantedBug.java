package hymio.simulation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Faults of a program that the simulation must find; each stands around production code, never in it. */
enum PlantedBug {
    NONE("no bug", 0, unused -> new Bug()),
    THANKS_BEFORE_COMMIT("the visitor is thanked before the commit", 10, unused -> new TerminalBugs.ThanksEarly()),
    FORGETS_UNDO("an undo is not stored", 1, unused -> new TerminalBugs.ForgetsUndo()),
    LOSES_UNSYNCED("the outbox runs with synchronous=OFF", 5, unused -> new TerminalBugs.LosesUnsynced()),
    /** Its way to the numbers is that of an older outbox (open). */
    REUSES_NUMBERS("numbers begin anew after a restart", 99, unused -> new TerminalBugs.ReusesNumbers()),
    /** Healed since a receipt names what is missing; to be planted together with a server that does not ask (open). */
    SETTLES_ON_BARE_200("any 200 settles the batch", 99, WireBugs.SettlesOnBare200::new),
    SETTLES_ON_503("a server that cannot store settles the batch", 10, WireBugs.SettlesOn503::new),
    SETTLES_WHOLE_BATCH("the whole batch is settled, whatever the receipt names", 10, WireBugs.SettlesAll::new),
    TAKES_ANY_RECEIPT("a receipt for another journal settles too", 5, WireBugs.TakesAnyReceipt::new),
    RETRIES_WITH_NEW_NUMBERS("what is sent again gets new numbers", 3, WireBugs.RetriesRenumbered::new),
    TRUSTS_ANY_CLOCK("every clock is called trusted", 2, WireBugs.TrustsAnyClock::new),
    RECEIPT_BEFORE_COMMIT("the receipt goes out before the commit", 1, ServerBugs.ReceiptEarly::new),
    COUNTS_REPEATS("what comes twice is tallied twice", 2, ServerBugs.CountsRepeats::new),
    TALLIES_APART("tallies move in a transaction of their own", 10, ServerBugs.TalliesApart::new),
    LOSES_CONFLICTS("the second content of a number is dropped", 10, ServerBugs.LosesConflicts::new),
    LAST_WINS("the second content of a number replaces the first", 10, ServerBugs.LastWins::new);

    private final String meaning;
    private final int seeds;
    private final Function<World, Bug> planting;

    PlantedBug(String meaning, int seeds, Function<World, Bug> planting) {
        this.meaning = meaning;
        this.seeds = seeds;
        this.planting = planting;
    }

    Bug plant(World world) {
        return planting.apply(world);
    }

    String meaning() {
        return meaning;
    }

    /** It must be found within so many seeds, from 1 on. */
    int seeds() {
        return seeds;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<PlantedBug> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
