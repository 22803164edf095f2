package hymio.wire;

import java.util.List;
import java.util.UUID;

/**
 * A number of a journal that came a second time with other content, and was kept aside.
 *
 * @param received when it came, ISO 8601 in UTC
 * @param held what the server counts
 * @param aside what came and was kept aside
 * @param differs words for what differs: {@code question}, {@code option}, {@code visit}, {@code time},
 *     {@code takesBack}, {@code misuse}, {@code comment}
 */
public record Conflict(UUID journal, long number, String received, Version held, Version aside, List<String> differs) {
    public Conflict {
        differs = List.copyOf(differs);
    }

    /**
     * One content of the number; what a visitor wrote is left out.
     *
     * @param pressed by the terminal's own clock, ISO 8601 in UTC
     * @param takesBack number of the response it takes back, 0 for none
     * @param misuse version of the rule that set it aside from the figures, 0 for none
     */
    public record Version(String question, int option, long visit, String pressed, long takesBack, int misuse) {}
}
