package hymio.wire;

import java.util.Optional;
import java.util.Set;

/**
 * How a terminal meets people.
 *
 * @param discreet the same light, sound and screen for every face, and nothing left on the screen
 * @param roundMinutes press times are rounded down to this, so that a clerk cannot link a press to a person: 0 (not),
 *     5, 15 or 30
 * @param idleSeconds without a touch before the visitor is warned and then the screen goes back: 10 to 120
 * @param volumePercent what each visit starts with, 0 to 100
 * @param sleep when the screen is dark; absent: never
 */
public record Behaviour(boolean discreet, int roundMinutes, int idleSeconds, int volumePercent, Optional<Sleep> sleep) {
    private static final Set<Integer> ROUNDED = Set.of(0, 5, 15, 30);
    public static final Behaviour USUAL = new Behaviour(false, 0, 20, 50, Optional.empty());

    public Behaviour {
        if (!ROUNDED.contains(roundMinutes)) {
            throw new BadValueException("roundMinutes", "must be 0, 5, 15 or 30, not " + roundMinutes);
        }
        Check.range("idleSeconds", idleSeconds, 10, 120);
        Check.range("volumePercent", volumePercent, 0, 100);
    }

    /**
     * Every night from one time to another, in the local time of the place.
     *
     * @param from such as {@code 21:00}
     * @param to such as {@code 07:30}; at or before {@code from} it is on the next day
     */
    public record Sleep(String from, String to) {
        public Sleep {
            minute("from", from);
            minute("to", to);
            if (from.equals(to)) {
                throw new BadValueException("to", "must not be the same as from");
            }
        }

        /** Whether it is dark at this minute of the local day, 0 to 1 439. */
        public boolean at(int minute) {
            int start = minute("from", from);
            int end = minute("to", to);
            return start < end ? minute >= start && minute < end : minute >= start || minute < end;
        }

        private static int minute(String field, String time) {
            if (!time.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
                throw new BadValueException(field, "must be a time from 00:00 to 23:59");
            }
            return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
        }
    }
}
