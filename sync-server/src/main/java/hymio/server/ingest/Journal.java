package hymio.server.ingest;

/**
 * How far a journal is.
 *
 * @param source the small integer that stands for it
 * @param last highest number it says it minted
 * @param received how many of its responses are stored
 * @param heardMillis newest moment at which it said how far it is, since 1970 UTC
 */
record Journal(long source, long last, long received, long heardMillis) {
    Journal after(long saysLast, long fresh, long heard) {
        return new Journal(source, Math.max(last, saysLast), received + fresh, Math.max(heardMillis, heard));
    }

    /** Whether every number it minted is stored. */
    boolean isWhole() {
        return received == last;
    }
}
