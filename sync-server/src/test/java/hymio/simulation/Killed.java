package hymio.simulation;

import java.util.Optional;

/** The program ends here, between two instructions; an error, because no program handles its own death. */
final class Killed extends Error {
    private final transient Optional<Disk.Image> left;

    /** @param left what a power cut leaves on the disk; empty: only the program was killed */
    Killed(Optional<Disk.Image> left) {
        super("killed", null, false, false);
        this.left = left;
    }

    Optional<Disk.Image> left() {
        return left;
    }
}
