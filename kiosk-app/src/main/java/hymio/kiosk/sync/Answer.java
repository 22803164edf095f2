package hymio.kiosk.sync;

import hymio.wire.Problem;

/**
 * What came back from the server.
 *
 * @param <T> what a good answer holds
 */
sealed interface Answer<T> {
    /** The message asked for. */
    record Good<T>(T message) implements Answer<T> {}

    /** Nothing new (304). */
    record Unchanged<T>() implements Answer<T> {}

    /**
     * A versioned answer that this app cannot read: the server is newer, or holds what it should not. A captive
     * portal's page has no such version.
     */
    record Unreadable<T>(String version, String why) implements Answer<T> {}

    /**
     * Hymiö's own server said no.
     *
     * @param retryAfterMillis what it asked to wait, or 0
     */
    record Refused<T>(Problem problem, long retryAfterMillis) implements Answer<T> {}

    /**
     * No answer of a Hymiö server: no network, a time-out, a captive portal, a cut answer.
     *
     * @param retryAfterMillis what a busy proxy asked to wait, or 0
     */
    record Nothing<T>(String why, long retryAfterMillis) implements Answer<T> {
        Nothing(String why) {
            this(why, 0);
        }
    }
}
