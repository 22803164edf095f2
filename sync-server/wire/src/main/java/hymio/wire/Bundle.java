package hymio.wire;

import java.util.List;

/**
 * Responses carried by hand from a terminal without a network, in a {@link BundleFile}. The batches are as they would
 * have been sent; {@link Batch#sent} is when the bundle was written, not when it arrives.
 *
 * @param terminal who wrote it
 */
public record Bundle(String terminal, List<Batch> batches) {
    public Bundle {
        Check.id("terminal", terminal);
        Check.size("batches", batches, Limits.BUNDLE_BATCHES);
        batches = List.copyOf(batches);
    }
}
