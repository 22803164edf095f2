package hymio.server.results;

import hymio.server.tally.Completeness;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * What came of a query.
 *
 * @param rows of a branch, the branch's own location first, then by location (each after its parent), terminal,
 *     question and start. With grain {@link ResultsQuery.Grain#TOTAL} a location without a response has its row too;
 *     with any other grain only periods with responses have one
 * @param completeness of everything asked for; presses on every question, also those taken back or set aside
 * @param estimated start of a period → how many presses of it have an estimated time; only periods that have such
 */
public record Report(List<ResultRow> rows, Completeness completeness, Map<LocalDateTime, Long> estimated) {}
