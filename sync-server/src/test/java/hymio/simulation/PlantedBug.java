package hymio.simulation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Faults of a program that the simulation must find; each stands around production code, never in it. */
enum PlantedBug {
    NONE("no bug", "", 0, unused -> new Bug()),
    THANKS_BEFORE_COMMIT(
            "the visitor is thanked before the commit", Shows.TWICE, 1, unused -> new TerminalBugs.ThanksEarly()),
    FORGETS_UNDO("an undo is not stored", Shows.TWICE, 1, unused -> new TerminalBugs.ForgetsUndo()),
    LOSES_UNSYNCED("the outbox runs with synchronous=OFF", Shows.TWICE, 1, unused -> new TerminalBugs.LosesUnsynced()),
    REUSES_NUMBERS(
            "numbers are forgotten with their responses", Shows.TWICE, 1, unused -> new TerminalBugs.ReusesNumbers()),
    DROPS_ON_BARE_200("any 200 settles the batch, which is then deleted", Shows.LOST, 1, WireBugs.DropsOnBare200::new),
    DROPS_ON_503(
            "a server that cannot store settles the batch, which is deleted", Shows.LOST, 3, WireBugs.DropsOn503::new),
    SETTLES_CONFLICTS("what the receipt names as a conflict is settled", Shows.LOST, 2, WireBugs.SettlesConflicts::new),
    TAKES_ANY_RECEIPT(
            "any receipt settles the batch, which is then deleted", Shows.LOST, 1, WireBugs.TakesAnyReceipt::new),
    RETRIES_WITH_NEW_NUMBERS("what is sent again gets new numbers", Shows.DOUBLED, 1, WireBugs.RetriesRenumbered::new),
    TRUSTS_ANY_CLOCK("every clock is called trusted", "wrong time", 1, WireBugs.TrustsAnyClock::new),
    RECEIPT_BEFORE_COMMIT("the receipt goes out before the commit", Shows.EARLY, 1, ServerBugs.ReceiptEarly::new),
    COUNTS_REPEATS("what comes twice is tallied twice", Shows.TALLIES, 1, ServerBugs.CountsRepeats::new),
    TALLIES_APART("tallies move in a transaction of their own", Shows.TALLIES, 5, ServerBugs.TalliesApart::new),
    LOSES_CONFLICTS("the second content of a number is dropped", Shows.TALLIES, 5, ServerBugs.LosesConflicts::new),
    LAST_WINS("the second content of a number replaces the first", Shows.TALLIES, 5, ServerBugs.LastWins::new);

    private final String meaning;
    private final String shows;
    private final int seeds;
    private final Function<World, Bug> planting;

    PlantedBug(String meaning, String shows, int seeds, Function<World, Bug> planting) {
        this.meaning = meaning;
        this.shows = shows;
        this.seeds = seeds;
        this.planting = planting;
    }

    Bug plant(World world) {
        return planting.apply(world);
    }

    String meaning() {
        return meaning;
    }

    /** What is violated by it: the kind of {@link World.Violation}. */
    String shows() {
        return shows;
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

    /** Kinds of violations, as they are called where they are found. */
    private static final class Shows {
        static final String TWICE = "a number given twice";
        static final String LOST = "thanked for, and stored nowhere";
        static final String DOUBLED = "stored more than once";
        static final String EARLY = "a receipt names what is not committed";
        static final String TALLIES = "the tallies differ from a recount";
    }
}
