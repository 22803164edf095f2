package hymio.server.access;

import java.util.Map;
import java.util.Optional;

/** What must be known of locations to decide who may do what. Thread-safe. */
public interface Tree {
    /** Id of each location → id of the one above, empty at the top. */
    Map<String, String> parents();

    /** Id of the location where a terminal stands; empty when there is no such terminal. */
    Optional<String> placeOf(String terminal);
}
