package hymio.server.results;

import java.util.List;

/** Reads figures. */
public interface Results {
    /**
     * Rows of a branch, the branch's own location first, then by location (each after its parent), terminal, question
     * and start. With grain {@link ResultsQuery.Grain#TOTAL} a location without a response has its row too; with any
     * other grain only periods with responses have one.
     */
    List<ResultRow> rows(ResultsQuery query);
}
