package hymio.server.results;

import hymio.server.tally.Completeness;
import hymio.server.tally.Counts;
import hymio.server.tally.Scale;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One figure.
 *
 * @param location location id
 * @param terminal terminal id, when asked by terminal
 * @param question question key, when asked by question
 * @param scale of the question, when asked by question and a questionnaire named it
 * @param start first moment, local time of the location
 * @param end first moment after
 * @param completeness of presses on every question; only of a whole location or terminal and the whole time
 */
public record ResultRow(
        String location,
        Optional<String> terminal,
        Optional<String> question,
        Optional<Scale> scale,
        LocalDateTime start,
        LocalDateTime end,
        Counts counts,
        Optional<Completeness> completeness) {}
