package planted.server.tally;

/** A breach of {@code clockAndConsoleOnlyInMains and noStaticMutableState}, kept to show that the rule bites. */
final class ReadsTheClock {
    static int count;

    java.time.Instant now() {
        count++;
        return java.time.Instant.now();
    }
}
