package hymio.server.access;

import hymio.server.audit.Author;
import hymio.server.http.ProblemException;
import hymio.server.http.ProblemWord;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks and what they may, for one request. Not thread-safe. */
public final class Permit {
    private static final String ATTRIBUTE = "hymio.permit";

    private final Author by;
    private final List<Grant> grants;
    private final Tree tree;
    private final Role needed;
    private @Nullable Map<String, String> parents;

    /** @param needed what the route asks for */
    public Permit(Author by, List<Grant> grants, Tree tree, Role needed) {
        this.by = by;
        this.grants = List.copyOf(grants);
        this.tree = tree;
        this.needed = needed;
    }

    /** Of whoever asks, behind {@link Gate}. */
    public static Permit of(Context ctx) {
        Permit permit = ctx.attribute(ATTRIBUTE);
        if (permit == null) {
            throw new IllegalStateException("no Gate stands before " + ctx.path());
        }
        return permit;
    }

    public void hand(Context ctx) {
        ctx.attribute(ATTRIBUTE, this);
    }

    public Author by() {
        return by;
    }

    /** Whether the route's role holds in some location. */
    public boolean somewhere() {
        return somewhere(needed);
    }

    /** Whether a role holds in some location. */
    public boolean somewhere(Role role) {
        return grants.stream().anyMatch(it -> it.role().covers(role));
    }

    /** Whether the route's role holds everywhere. */
    boolean everywhere() {
        return grants.stream()
                .anyMatch(it -> it.role().covers(needed) && it.location().isEmpty());
    }

    /** Whether the route's role holds in a location; it holds in none that does not stand, unless everywhere. */
    public boolean sees(String location) {
        return everywhere() || within(location);
    }

    /**
     * Goes on only when the route's role holds in the location.
     *
     * @param location id; empty when it is about no location, or all of them
     * @throws ProblemException 403
     */
    public void require(String location) {
        if (!sees(location)) {
            throw forbidden();
        }
    }

    /** Ids of the locations seen; empty for all. */
    public Optional<Set<String>> seen() {
        if (everywhere()) {
            return Optional.empty();
        }
        Set<String> seen = new HashSet<>();
        parents().keySet().stream().filter(this::within).forEach(seen::add);
        return Optional.of(seen);
    }

    private boolean within(String location) {
        for (String up = location; up != null && !up.isEmpty(); up = parents().get(up)) {
            if (granted(up)) {
                return true;
            }
        }
        return false;
    }

    private boolean granted(String location) {
        return grants.stream()
                .anyMatch(it -> it.role().covers(needed)
                        && it.location().filter(location::equals).isPresent());
    }

    private Map<String, String> parents() {
        Map<String, String> known = parents;
        if (known == null) {
            known = tree.parents();
            parents = known;
        }
        return known;
    }

    static ProblemException forbidden() {
        return new ProblemException(
                ProblemWord.FORBIDDEN,
                "This account or token has no role that allows this here. Ask an administrator for one.");
    }
}
