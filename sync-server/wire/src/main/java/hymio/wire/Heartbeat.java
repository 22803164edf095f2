package hymio.wire;

import java.util.List;

/**
 * How the terminal is, sent with every batch (also with an empty one).
 *
 * @param app version of the app
 * @param config version of the config in use; empty before the first
 * @param pending responses not yet settled, this batch included
 * @param problems words for what is wrong, such as {@code gpio-absent}; empty when all is well
 */
public record Heartbeat(String app, String config, long pending, List<String> problems) {
    public Heartbeat {
        Check.text("heartbeat.app", app, Limits.WORD);
        if (!config.isEmpty()) {
            Check.text("heartbeat.config", config, Limits.WORD);
        }
        Check.range("heartbeat.pending", pending, 0, Limits.NUMBER);
        Check.size("heartbeat.problems", problems, Limits.PROBLEMS);
        problems.forEach(word -> Check.text("heartbeat.problems", word, Limits.WORD));
        problems = List.copyOf(problems);
    }
}
