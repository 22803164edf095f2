package hymio.wire;

import java.util.List;
import java.util.Optional;

/**
 * How the terminal is, sent with every batch (also with an empty one).
 *
 * @param app version of the app
 * @param config version of the config in use; empty before the first
 * @param pending responses not yet settled, this batch included
 * @param problems words for what is wrong, such as {@code gpio-absent}; empty when all is well
 * @param refused the newest config when this app cannot show it; the one before stays in use
 * @param unit a word for the machine itself, the same after its card was changed and another one on another machine;
 *     empty when the machine has no number of its own
 */
public record Heartbeat(
        String app,
        String config,
        long pending,
        List<String> problems,
        Optional<Refusal> refused,
        Optional<String> unit) {
    public Heartbeat {
        Check.text("heartbeat.app", app, Limits.WORD);
        if (!config.isEmpty()) {
            Check.text("heartbeat.config", config, Limits.WORD);
        }
        Check.range("heartbeat.pending", pending, 0, Limits.NUMBER);
        Check.size("heartbeat.problems", problems, Limits.PROBLEMS);
        problems.forEach(word -> Check.text("heartbeat.problems", word, Limits.WORD));
        problems = List.copyOf(problems);
        unit.ifPresent(word -> Check.text("heartbeat.unit", word, Limits.WORD));
    }

    /** A terminal that does not name its machine. */
    public Heartbeat(String app, String config, long pending, List<String> problems, Optional<Refusal> refused) {
        this(app, config, pending, problems, refused, Optional.empty());
    }

    /** A terminal that refused nothing. */
    public Heartbeat(String app, String config, long pending, List<String> problems) {
        this(app, config, pending, problems, Optional.empty());
    }

    /**
     * @param config its version
     * @param why what is wrong with it, for whoever set it
     */
    public record Refusal(String config, String why) {
        public Refusal {
            Check.text("heartbeat.refused.config", config, Limits.WORD);
            Check.text("heartbeat.refused.why", why, Limits.TEXT);
        }
    }
}
