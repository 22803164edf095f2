package hymio.wire;

import java.util.Optional;

/**
 * What the terminals of a location use of one setting.
 *
 * @param set whether a location sets it; if not, terminals do as Hymiö does by itself, and have no staff menu
 * @param from the location that sets it: this one, or the nearest above that does
 * @param look of the look only
 * @param behaviour of the behaviour only
 */
public record Setting(boolean set, Optional<String> from, Optional<Look> look, Optional<Behaviour> behaviour) {}
