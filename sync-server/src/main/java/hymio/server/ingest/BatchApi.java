package hymio.server.ingest;

import hymio.server.http.Json;
import hymio.server.http.ProblemException;
import hymio.server.http.ProblemWord;
import hymio.server.http.Problems;
import hymio.server.metrics.Meter;
import hymio.server.questionnaire.ConfigStore;
import hymio.server.terminal.Terminal;
import hymio.server.terminal.TerminalGuard;
import hymio.wire.Batch;
import hymio.wire.Receipt;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** {@code POST /api/v1/batches}: answers with a receipt only after the commit. */
public final class BatchApi {
    private final IngestLoop loop;
    private final ConfigStore configs;
    private final Json json;
    private final InstantSource clock;
    private final Settings settings;
    private final Semaphore admission;
    private final Meter meter;

    /**
     * @param admitted batches that are unpacked at once: bounds the memory, whatever the number of terminals
     * @param patience how long a batch may wait for admission, and again for a place in the queue
     * @param waitSeconds what terminals are told to wait before they call again
     */
    public record Settings(int admitted, Duration patience, int waitSeconds) {}

    public BatchApi(
            IngestLoop loop, ConfigStore configs, Json json, InstantSource clock, Settings settings, Meter meter) {
        this.loop = loop;
        this.configs = configs;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
        this.meter = meter;
        admission = new Semaphore(settings.admitted(), true);
    }

    public void store(Context ctx, Terminal terminal) throws IOException, InterruptedException {
        try {
            json.answer(ctx, 200, receive(terminal, json.body(ctx)));
        } catch (ProblemException e) {
            if (e.word() == ProblemWord.BUSY) {
                meter.busy();
            } else {
                meter.refused();
            }
            throw e;
        }
    }

    /**
     * Stores a batch; when this returns, it is committed.
     *
     * @throws ProblemException when nothing of it was stored
     */
    public Receipt receive(Terminal terminal, Json.Body body) throws InterruptedException {
        long begun = System.nanoTime();
        Arrival arrival = new Arrival.Now(clock.millis());
        if (!admission.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
            throw Problems.busy();
        }
        Batch batch;
        CompletableFuture<IngestOutcome> outcome;
        try {
            batch = json.parse(body, Batch.class);
            outcome = loop.offer(terminal.num(), batch, arrival, settings.patience())
                    .orElseThrow(Problems::busy);
        } finally {
            admission.release();
        }
        return receipt(terminal, batch, counted(await(outcome), begun));
    }

    private IngestOutcome counted(IngestOutcome outcome, long begunNanos) {
        if (outcome instanceof IngestOutcome.Stored stored) {
            long settled = stored.settled().stream()
                    .mapToLong(range -> range.last() - range.first() + 1)
                    .sum();
            meter.receipt(
                    stored.fresh(),
                    settled - stored.fresh(),
                    stored.conflicts().size(),
                    System.nanoTime() - begunNanos);
        }
        return outcome;
    }

    private Receipt receipt(Terminal terminal, Batch batch, IngestOutcome outcome) {
        return switch (outcome) {
            case IngestOutcome.Stored stored ->
                new Receipt(
                        batch.journal(),
                        stored.settled(),
                        stored.conflicts(),
                        clock.millis(),
                        configs.version(terminal),
                        settings.waitSeconds(),
                        Optional.of(stored.missing()).filter(it -> !it.isEmpty()));
            case IngestOutcome.Refused refused -> throw ProblemException.badValue(refused.field(), refused.why());
            case IngestOutcome.Revoked unused -> throw TerminalGuard.revoked();
            case IngestOutcome.JournalTaken unused ->
                throw new ProblemException(
                        ProblemWord.JOURNAL_TAKEN,
                        "Another terminal sent journal " + batch.journal() + " before. Was a card cloned? Give this"
                                + " terminal an empty data folder and enrol it anew.");
        };
    }

    private static IngestOutcome await(CompletableFuture<IngestOutcome> outcome) throws InterruptedException {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            throw new IngestFailedException(e.getCause());
        }
    }
}
