package hymio.kiosk.sync;

import hymio.wire.Receipt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * What servers said they miss, so that each number is sent again once an hour at most: a server that always misses what
 * it was just given must not keep the terminal sending for ever.
 */
final class AskedAgain {
    static final long AGAIN_MILLIS = TimeUnit.HOURS.toMillis(1);

    /**
     * @param upTo highest number that was asked for
     * @param sinceMillis uptime when the first was
     */
    private record Asked(long upTo, long sinceMillis) {}

    private final Map<UUID, Asked> asked = new HashMap<>();

    /** Those of the missing numbers that were minted and not asked for lately. */
    List<Receipt.Range> news(UUID journal, List<Receipt.Range> missing, long last, long uptimeMillis) {
        Asked before = asked.get(journal);
        if (before == null || uptimeMillis - before.sinceMillis() >= AGAIN_MILLIS) {
            before = new Asked(0, uptimeMillis);
        }
        long upTo = before.upTo();
        List<Receipt.Range> news = missing.stream()
                .filter(range -> range.last() > upTo && range.first() <= last)
                .map(range -> new Receipt.Range(Math.max(range.first(), upTo + 1), Math.min(range.last(), last)))
                .toList();
        if (!news.isEmpty()) {
            asked.put(journal, new Asked(news.getLast().last(), before.sinceMillis()));
        }
        return news;
    }
}
