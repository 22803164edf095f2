package hymio.server.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may do in a branch of the tree of locations; each may also what those before it may. */
public enum Role {
    /** Sees figures, terminals and conflicts. */
    VIEWER,
    /** Publishes questionnaires, sets how terminals look and behave, brings in bundles. */
    EDITOR,
    /** Adds locations, enrols and revokes terminals, reads the audit log. */
    ADMINISTRATOR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean covers(Role other) {
        return compareTo(other) >= 0;
    }

    public static Optional<Role> of(String word) {
        return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
