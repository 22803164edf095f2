package hymio.server.ingest;

/**
 * When a response counts. All milliseconds since 1970 UTC.
 *
 * @param afterMillis the press was not made before this; the same as {@code atMillis} unless it is an estimate
 * @param beforeMillis the press was not made after this; the same as {@code atMillis} unless it is an estimate
 */
record EffectiveTime(long atMillis, Quality quality, long afterMillis, long beforeMillis) {
    /** How sure the time is; {@link #code} is what the database holds. */
    enum Quality {
        /** The wall clock was synchronised. */
        TRUSTED(0),
        /** Reckoned by uptime from a sure time of the same boot. */
        RETIMED(1),
        /** Of a boot without any sure time: the best guess within bounds. */
        ESTIMATED(2);

        private final int code;

        Quality(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Quality of(int code) {
            return values()[code];
        }
    }

    static EffectiveTime sure(long atMillis, Quality quality) {
        return new EffectiveTime(atMillis, quality, atMillis, atMillis);
    }

    static EffectiveTime estimated(long atMillis, long afterMillis, long beforeMillis) {
        return new EffectiveTime(atMillis, Quality.ESTIMATED, afterMillis, beforeMillis);
    }

    boolean isEstimated() {
        return quality == Quality.ESTIMATED;
    }
}
