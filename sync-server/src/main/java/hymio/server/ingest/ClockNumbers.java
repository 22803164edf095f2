package hymio.server.ingest;

import hymio.wire.PressTime;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Clock numbers of one source; asks again only when the clock changes from one response to the next. */
final class ClockNumbers {
    private final Numbers numbers;
    private final long source;
    private @Nullable PressTime last;
    private long lastNumber;

    ClockNumbers(Numbers numbers, long source) {
        this.numbers = numbers;
        this.source = source;
    }

    long of(PressTime time) throws SQLException {
        if (last == null || !sameClock(last, time)) {
            lastNumber = numbers.clock(source, time);
            last = time;
        }
        return lastNumber;
    }

    private static boolean sameClock(PressTime a, PressTime b) {
        return a.offsetMillis() == b.offsetMillis()
                && a.trusted() == b.trusted()
                && a.boot().equals(b.boot());
    }
}
