package hymio.server.results;

/** Reads figures. */
public interface Results {
    Report report(ResultsQuery query);
}
