package hymio.simulation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What goes wrong, and how often. */
enum Fault {
    LOSE_REQUEST(Each.CALL, 0.04, "request lost"),
    LOSE_RECEIPT(Each.CALL, 0.05, "answer lost after the server did its part"),
    REPEAT(Each.CALL, 0.04, "request delivered twice"),
    LATE(Each.CALL, 0.03, "request delivered hours or days later, after newer ones"),
    CUT_REQUEST(Each.CALL, 0.02, "request cut short"),
    CUT_RECEIPT(Each.CALL, 0.02, "answer cut short"),
    MISDELIVERED(Each.CALL, 0.04, "an older answer, maybe another terminal's, instead of this one"),
    BARE_ANSWER(Each.CALL, 0.02, "a proxy answers 200 with nothing of ours"),
    PORTAL(Each.DAYS, 40, "captive portal for hours: 200, 302 or 511 to everything"),
    OFFLINE(Each.DAYS, 25, "no network, minutes to six weeks"),
    KILL_TERMINAL(Each.STEP, 0.003, "terminal's app killed between two effects"),
    POWER_CUT(Each.DAYS, 60, "terminal without power; torn writes behind the last commit"),
    TORN_COMMIT(Each.STEP, 0.002, "power cut while the response was being committed"),
    TERMINAL_DISK_FULL(Each.DAYS, 150, "terminal's disk full, hours to weeks"),
    SUSPEND(Each.DAYS, 70, "terminal asleep for hours; uptime counts on"),
    CLOCK_JUMP(Each.DAYS, 70, "terminal's clock set wrong, by seconds to years"),
    NO_CLOCK_BATTERY(Each.TERMINAL, 0.6, "terminal wakes up in the past, or with a broken clock"),
    NO_TIME_SERVER(Each.TERMINAL, 0.1, "terminal that never learns the time"),
    COPIED_CARD(Each.DAYS, 700, "a second machine runs a copy of the card"),
    SWAPPED_MACHINE(Each.DAYS, 400, "the card sits in another machine from now on"),
    CARRIED(Each.DAYS, 20, "what waits is carried by hand: each file twice, in any order, weeks later"),
    KILL_SERVER(Each.CALL, 0.012, "server killed before or after a commit"),
    TORN_SERVER_COMMIT(Each.CALL, 0.003, "power cut while the server was committing"),
    SERVER_DISK_FULL(Each.DAYS, 100, "server's disk full or read-only, minutes to days"),
    RESTORE(Each.DAYS, 250, "server restored from a backup up to three weeks old"),
    QUESTIONNAIRE(Each.DAYS, 60, "a new version of the questionnaire is published"),
    MOVE(Each.DAYS, 120, "terminal moved to another place");

    /** What a rate counts. */
    enum Each {
        /** Probability for each call of the network. */
        CALL,
        /** Probability for each step of a visit. */
        STEP,
        /** Mean days between two, for each terminal or server. */
        DAYS,
        /** Share of the terminals. */
        TERMINAL
    }

    private final Each each;
    private final double rate;
    private final String meaning;

    Fault(Each each, double rate, String meaning) {
        this.each = each;
        this.rate = rate;
        this.meaning = meaning;
    }

    double rate() {
        return rate;
    }

    /** What happens, in words. */
    String meaning() {
        return meaning;
    }

    /** The rate in words. */
    String often() {
        return switch (each) {
            case CALL -> percent() + " of calls";
            case STEP -> percent() + " of steps";
            case DAYS -> "every " + (long) rate + " days";
            case TERMINAL -> percent() + " of terminals";
        };
    }

    private String percent() {
        return String.format(Locale.ROOT, "%s %%", rate >= 0.1 ? Math.round(rate * 100) : rate * 100)
                .replaceFirst("\\.?0+ %", " %");
    }

    /** Such as {@code lose-request}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Fault> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
