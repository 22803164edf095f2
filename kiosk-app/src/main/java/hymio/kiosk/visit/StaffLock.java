package hymio.kiosk.visit;

/**
 * Slows down who guesses the staff PIN: after five wrong ones a minute, doubled with each further one up to an hour. A
 * PIN has at least six digits, so that guessing by restarting the terminal does not pay either.
 *
 * @param set whether there is a PIN at all; without one the menu cannot be opened
 * @param failures wrong PINs in a row
 * @param untilMillis uptime until which no PIN is taken
 */
record StaffLock(boolean set, int failures, long untilMillis) {
    private static final int FREE = 5;
    private static final long FIRST_MILLIS = 60_000;
    private static final int DOUBLINGS = 6;

    StaffLock failed(long now) {
        int count = failures + 1;
        if (count < FREE) {
            return new StaffLock(set, count, 0);
        }
        long lock = FIRST_MILLIS << Math.min(count - FREE, DOUBLINGS);
        return new StaffLock(set, count, now + Math.min(lock, 60 * FIRST_MILLIS));
    }

    /** The same wrong PINs are remembered when a config brings another PIN. */
    StaffLock set(boolean now) {
        return new StaffLock(now, failures, untilMillis);
    }

    StaffLock opened() {
        return new StaffLock(set, 0, 0);
    }

    boolean locked(long now) {
        return now < untilMillis;
    }
}
