package hymio.server.access;

import java.util.Optional;

/**
 * A role in a branch.
 *
 * @param location id of its top; empty for everywhere
 */
public record Grant(Role role, Optional<String> location) {
    public static final Grant EVERYTHING = new Grant(Role.ADMINISTRATOR, Optional.empty());
}
