package hymio.server.ingest;

import hymio.wire.PressTime;

/**
 * When a response counts. A terminal without a battery clock wakes up in the past, so its wall clock is believed only
 * when it was synchronised; uptime within one boot is always believed.
 *
 * @param atMillis since 1970 UTC
 */
record EffectiveTime(long atMillis, Quality quality) {
    /** How sure the time is; {@link #code} is what the database holds. */
    enum Quality {
        /** The wall clock was synchronised. */
        TRUSTED(0),
        /** Counted back by uptime from when the batch of the same boot came. */
        RETIMED(1),
        /** Of an earlier boot whose clock was never synchronised: the best guess. */
        ESTIMATED(2);

        private final int code;

        Quality(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /**
     * @param sent the terminal's clocks when it sent the batch
     * @param enrolledMillis since when the terminal stands anywhere, since 1970 UTC
     * @param arrival how the batch came
     */
    static EffectiveTime of(PressTime press, PressTime sent, long enrolledMillis, Arrival arrival) {
        if (press.trusted()) {
            return new EffectiveTime(press.wallMillis(), Quality.TRUSTED);
        }
        long receivedMillis = arrival.receivedMillis();
        if (press.boot().equals(sent.boot()) && (sent.trusted() || arrival instanceof Arrival.Now)) {
            long ago = Math.max(0, sent.uptimeMillis() - press.uptimeMillis());
            long sentMillis = sent.trusted() ? sent.wallMillis() : receivedMillis;
            return new EffectiveTime(Math.max(0, sentMillis - ago), Quality.RETIMED);
        }
        // A clock that woke up in 1970 must not hide its presses there, where no chart looks.
        long earliest = Math.min(enrolledMillis, receivedMillis);
        return new EffectiveTime(Math.clamp(press.wallMillis(), earliest, receivedMillis), Quality.ESTIMATED);
    }
}
