package hymio.server.staff;

import hymio.wire.TerminalInfo;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A terminal as the page of its location shows it.
 *
 * @param place where it stands, empty when that is the page's own location
 * @param seen when it was last heard of, in words
 * @param troubles what is wrong, in words
 */
public record TerminalRow(
        String id,
        String name,
        String place,
        Figures.Recent recent,
        String seen,
        boolean revoked,
        List<String> troubles) {

    /** Writes rows in one language at one moment. */
    record Writer(Words words, Instant now) {
        TerminalRow row(TerminalInfo info, Figures.Recent recent, String place, ZoneId zone) {
            String seen = info.lastSeen().isEmpty()
                    ? words.t("when.never")
                    : words.when(Instant.parse(info.lastSeen()), now, zone);
            return new TerminalRow(
                    info.id(),
                    info.name(),
                    place,
                    recent,
                    seen,
                    info.revoked(),
                    info.revoked() ? List.of() : troubles(info));
        }

        private List<String> troubles(TerminalInfo info) {
            List<String> troubles = new ArrayList<>();
            if (info.lastSeen().isEmpty()) {
                troubles.add(words.t("trouble.never"));
            }
            if (info.conflicts() > 0) {
                troubles.add(words.t("trouble.conflicts", info.conflicts()));
            }
            info.refused().ifPresent(refused -> troubles.add(words.t("trouble.refused", refused.why())));
            return Stream.concat(troubles.stream(), info.problems().stream().map(this::problem))
                    .toList();
        }

        /** A word of the heartbeat that a newer terminal may have minted is shown as it is. */
        private String problem(String word) {
            String key = "problem." + word;
            return words.has(key) ? words.t(key) : words.t("problem", word);
        }
    }
}
