package hymio.wire;

/**
 * What became of a bundle, after commit.
 *
 * @param terminal whose it was
 * @param stored responses that were new
 * @param known responses that the server held already
 * @param conflicts responses that the server holds with other content; kept aside
 * @param refused responses that cannot be, such as a take-back of another visit; not kept
 */
public record BundleReceipt(String terminal, long stored, long known, long conflicts, long refused) {}
