package hymio.server.staff;

import hymio.wire.TerminalInfo;
import hymio.wire.UnitInfo;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a terminal and what to do about it, in sentences of one language. */
public record Troubles(Words words) {
    /** In the language of whoever asks. */
    public static List<String> of(Context ctx, TerminalInfo terminal) {
        return new Troubles(new Words(Language.of(ctx))).of(terminal);
    }

    /** Empty when all is well, or the terminal was revoked. */
    List<String> of(TerminalInfo terminal) {
        if (terminal.revoked()) {
            return List.of();
        }
        List<String> troubles = new ArrayList<>();
        if (terminal.lastSeen().isEmpty()) {
            troubles.add(words.t("trouble.never"));
        }
        if (terminal.copied()) {
            troubles.add(words.t("trouble.copied", machines(terminal)));
        }
        if (terminal.conflicts() > 0) {
            troubles.add(words.t("trouble.conflicts", terminal.conflicts()));
        }
        terminal.refused().ifPresent(refused -> troubles.add(words.t("trouble.refused", refused.why())));
        terminal.problems().stream().map(this::problem).forEach(troubles::add);
        return troubles;
    }

    private static String machines(TerminalInfo terminal) {
        return terminal.unitsNow().stream().map(UnitInfo::unit).collect(Collectors.joining(", "));
    }

    /** A word of the heartbeat that a newer terminal may have minted is shown as it is. */
    private String problem(String word) {
        String key = "problem." + word;
        return words.has(key) ? words.t(key) : words.t("problem", word);
    }
}
