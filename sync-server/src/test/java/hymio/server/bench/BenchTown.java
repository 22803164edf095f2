package hymio.server.bench;

import hymio.server.Town;
import hymio.server.access.Grant;
import hymio.server.access.Secrets;
import hymio.server.access.TokenStore;
import hymio.server.audit.Author;
import hymio.server.ingest.Arrival;
import hymio.server.ingest.IngestLoop;
import hymio.server.ingest.IngestOutcome;
import hymio.wire.Batch;
import hymio.wire.Place;
import hymio.wire.Texts;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;

/** Makes the data folder of a town with many places and terminals, by the server's own parts. */
final class BenchTown {
    private static final long YEAR_MILLIS = Duration.ofDays(365).toMillis();
    private static final int BATCH = 1_000;
    private static final int UNDER_WAY = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * A town that is ready to be served.
     *
     * @param bearers what its terminals sign in with
     * @param token of a script that may read results
     */
    record Made(Path folder, List<String> bearers, String token) {}

    /** @param places libraries, each with as many terminals as come to it in turn */
    static Made make(Path folder, int places, int terminals) {
        try (Town town = new Town(folder)) {
            addPlaces(town, places);
            List<String> bearers = new ArrayList<>(terminals);
            for (int i = 0; i < terminals; i++) {
                bearers.add(town.terminalId("kirjasto-" + i % places) + "." + "s".repeat(43));
            }
            return new Made(folder, bearers, token(town));
        }
    }

    private static void addPlaces(Town town, int places) {
        for (int i = 0; i < places; i++) {
            String id = "kirjasto-" + i;
            town.locations.add(
                    new Place(id, Texts.of(id, id, id), "kirjastot", "Europe/Helsinki"), Author.command(town.clock));
        }
    }

    private static String token(Town town) {
        TokenStore.Created created = new TokenStore(town.db, new Secrets(new SecureRandom()))
                .create("bench", Grant.EVERYTHING, Author.command(town.clock));
        return ((TokenStore.Created.Told) created).token();
    }

    /**
     * Fills a made town with a year of responses, by the server's own ingest.
     *
     * @param upTo responses of all terminals together, after this
     * @param stored that it holds already
     */
    static void fill(Path folder, long stored, long upTo, long nowMillis, LongConsumer progress)
            throws InterruptedException, ExecutionException {
        try (Town town = new Town(folder);
                IngestLoop ingest = new IngestLoop(town.db, UNDER_WAY)) {
            List<Long> terminals = town.db.read(handle -> handle.createQuery("select num from terminal order by num")
                    .mapTo(Long.class)
                    .list());
            SplittableRandom random = new SplittableRandom(upTo);
            long each = (upTo - stored) / terminals.size();
            Deque<CompletableFuture<IngestOutcome>> underWay = new ArrayDeque<>();
            long done = stored;
            for (long terminal : terminals) {
                Presses presses = new Presses(random, nowMillis, YEAR_MILLIS, each);
                for (long left = each; left > 0; left -= BATCH) {
                    Batch batch = presses.next((int) Math.min(BATCH, left));
                    underWay.add(ingest.offer(terminal, batch, new Arrival.Now(nowMillis), PATIENCE)
                            .orElseThrow());
                    if (underWay.size() == UNDER_WAY) {
                        underWay.remove().get();
                    }
                    done += batch.responses().size();
                }
                progress.accept(done);
            }
            for (CompletableFuture<IngestOutcome> outcome : underWay) {
                outcome.get();
            }
        }
    }

    private BenchTown() {}
}
