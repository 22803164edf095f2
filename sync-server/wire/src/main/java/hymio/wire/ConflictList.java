package hymio.wire;

import java.util.List;

/**
 * Conflicts of one terminal, the newest first, at most {@link Limits#CONFLICTS}.
 *
 * @param total how many there are in all
 */
public record ConflictList(List<Conflict> conflicts, long total) {
    public ConflictList {
        conflicts = List.copyOf(conflicts);
    }
}
