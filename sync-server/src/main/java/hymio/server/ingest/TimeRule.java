package hymio.server.ingest;

import hymio.server.ingest.EffectiveTime.Quality;
import hymio.wire.Batch;
import hymio.wire.BootTime;
import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * When the presses of one batch count; published in {@code docs/rules.md}. A terminal without a battery clock wakes up
 * in the past, so its wall clock is believed only when it was synchronised; uptime within one boot is always believed;
 * and nothing was pressed after it arrived. Pure.
 */
final class TimeRule {
    /** How far a synchronised clock may be ahead of the server's and still be believed. */
    static final long AHEAD_MILLIS = 300_000;

    private final Batch batch;
    private final Arrival arrival;
    private final long sinceMillis;
    /** Boot → wall clock less uptime, where that is sure. */
    private final Map<UUID, Long> offsets = new HashMap<>();

    private final boolean allTrusted;

    /** @param sinceMillis when the terminal's first assignment began, since 1970 UTC */
    TimeRule(Batch batch, Arrival arrival, long sinceMillis) {
        this.batch = batch;
        this.arrival = arrival;
        this.sinceMillis = sinceMillis;
        allTrusted = batch.responses().stream().map(Response::time).allMatch(this::isTrusted);
        if (!allTrusted) {
            gatherOffsets();
        }
    }

    private void gatherOffsets() {
        for (BootTime boot : batch.boots()) {
            boot.offset().ifPresent(offset -> know(boot.boot(), offset));
        }
        PressTime sent = batch.sent();
        if (isTrusted(sent)) {
            know(sent.boot(), sent.offsetMillis());
        }
        for (Response response : batch.responses()) {
            if (isTrusted(response.time())) {
                know(response.time().boot(), response.time().offsetMillis());
            }
        }
        if (arrival instanceof Arrival.Now) {
            know(sent.boot(), arrival.receivedMillis() - sent.uptimeMillis());
        }
    }

    /** The first word counts, if it is not of the future. */
    private void know(UUID boot, long offset) {
        long latest = boot.equals(batch.sent().boot()) ? batch.sent().uptimeMillis() : 0;
        if (isPast(offset + latest)) {
            offsets.putIfAbsent(boot, offset);
        }
    }

    private boolean isTrusted(PressTime press) {
        return press.trusted() && isPast(press.wallMillis());
    }

    private boolean isPast(long millis) {
        return millis <= arrival.receivedMillis() + AHEAD_MILLIS;
    }

    /** How many presses claim a synchronised clock that is not believed. */
    long disbelieved() {
        return allTrusted
                ? 0
                : batch.responses().stream()
                        .map(Response::time)
                        .filter(press -> press.trusted() && !isPast(press.wallMillis()))
                        .count();
    }

    /** Ranges of numbers for which it matters what is stored of them and beside them. */
    List<Receipt.Range> unsure() {
        if (allTrusted) {
            return List.of();
        }
        List<Receipt.Range> ranges = new ArrayList<>();
        for (Response response : batch.responses()) {
            if (sure(response.time()).isEmpty()) {
                Ranges.add(ranges, response.number());
            }
        }
        return ranges;
    }

    /**
     * The time of each response of the batch.
     *
     * @param stored by number: for each range of {@link #unsure} what is stored of it, and the next below and above it
     */
    List<EffectiveTime> times(NavigableMap<Long, Moment> stored) {
        if (allTrusted) {
            return batch.responses().stream()
                    .map(it -> EffectiveTime.sure(it.time().wallMillis(), Quality.TRUSTED))
                    .toList();
        }
        stored.values().stream()
                .filter(moment -> !moment.time().isEstimated())
                .forEach(moment -> know(moment.boot(), moment.time().atMillis() - moment.uptimeMillis()));
        NavigableMap<Long, Moment> known = new TreeMap<>(stored);
        List<Response> guessed = new ArrayList<>();
        for (Response response : batch.responses()) {
            sure(response.time())
                    .ifPresentOrElse(
                            time -> known.put(response.number(), Moment.of(response.time(), time)),
                            () -> guessed.add(response));
        }
        guessed.removeIf(response -> known.containsKey(response.number()));
        if (!guessed.isEmpty()) {
            known.put(Long.MAX_VALUE, sent());
            new Estimates(known, batch.boots(), Math.min(sinceMillis, received()), received()).add(guessed);
        }
        return batch.responses().stream()
                .map(response ->
                        Objects.requireNonNull(known.get(response.number())).time())
                .toList();
    }

    private Optional<EffectiveTime> sure(PressTime press) {
        if (isTrusted(press)) {
            return Optional.of(EffectiveTime.sure(press.wallMillis(), Quality.TRUSTED));
        }
        return Optional.ofNullable(offsets.get(press.boot()))
                .map(offset -> offset + press.uptimeMillis())
                .filter(this::isPast)
                // Said to be pressed after it was sent: it counts when it came.
                .map(at -> EffectiveTime.sure(Math.clamp(at, 0, latest()), Quality.RETIMED));
    }

    /** When the batch said how far its journal is, as well as that is known. */
    long heardMillis() {
        return arrival instanceof Arrival.Written && isTrusted(batch.sent())
                ? Math.min(batch.sent().wallMillis(), received())
                : received();
    }

    /** No press of the batch was made after it was sent. */
    private long latest() {
        return Math.max(received(), sentMillis().orElse(0L));
    }

    private Optional<Long> sentMillis() {
        return Optional.ofNullable(offsets.get(batch.sent().boot()))
                .map(offset -> offset + batch.sent().uptimeMillis());
    }

    /** Above all presses; when it was is sure, or not after it arrived. */
    private Moment sent() {
        return Moment.of(
                batch.sent(),
                sentMillis()
                        .map(at -> EffectiveTime.sure(at, Quality.RETIMED))
                        .orElseGet(() -> EffectiveTime.estimated(received(), sinceMillis, received())));
    }

    private long received() {
        return arrival.receivedMillis();
    }
}
