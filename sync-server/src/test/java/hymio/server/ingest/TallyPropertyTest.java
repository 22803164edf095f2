package hymio.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.Batches;
import hymio.server.Town;
import hymio.wire.Batch;
import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random terminals, batches, repeats, clones, moves and clocks: the tallies always equal a recount. */
class TallyPropertyTest {
    private static final String[] PLACES = {"kaupunki", "paakirjasto", "kirjasto-ita", "uimahalli"};
    /** Around the hour that Helsinki and St. John's repeat or skip. */
    private static final Instant[] MOMENTS = {
        Instant.parse("2026-10-25T00:00:00Z"),
        Instant.parse("2026-11-01T04:00:00Z"),
        Instant.parse("2026-03-29T00:30:00Z"),
        Instant.parse("2026-11-21T22:00:00Z")
    };

    @TempDir
    Path folder;

    private final Map<UUID, List<Response>> sent = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void talliesEqualARecountWhateverComes(long seed) throws Exception {
        Random random = new Random(seed);
        try (Town town = new Town(folder);
                IngestLoop loop = new IngestLoop(town.db, 100)) {
            List<Long> terminals = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                terminals.add(town.terminal(PLACES[random.nextInt(PLACES.length)]));
            }
            List<UUID> journals = new ArrayList<>();
            terminals.forEach(unused -> journals.add(new UUID(random.nextLong(), random.nextLong())));
            for (int round = 0; round < 120; round++) {
                int who = random.nextInt(terminals.size());
                if (random.nextInt(15) == 0) {
                    town.assign(terminals.get(who), moment(random).toEpochMilli(), PLACES[random.nextInt(4)]);
                }
                Batch batch = batch(random, journals.get(who));
                long received = Instant.parse("2026-11-22T10:00:00Z").toEpochMilli();
                IngestOutcome outcome = loop.offer(terminals.get(who), batch, received, Duration.ofSeconds(10))
                        .orElseThrow()
                        .get();
                assertSettledAndConflictsAreRight(batch, (IngestOutcome.Stored) outcome);
            }
            assertThat(town.count("response"))
                    .isEqualTo(sent.values().stream().mapToLong(List::size).sum());
            assertThat(town.tallies()).isEqualTo(town.recount()).isNotEmpty();
            assertThat(town.one("select sum(received) from journal")).isEqualTo(town.count("response"));
        }
    }

    /** New numbers, and often some that were sent before, unchanged or changed as by a cloned card. */
    private Batch batch(Random random, UUID journal) {
        List<Response> known = sent.computeIfAbsent(journal, unused -> new ArrayList<>());
        List<Response> batch = new ArrayList<>();
        int again = random.nextInt(5);
        for (int i = Math.max(0, known.size() - again); i < known.size(); i++) {
            Response before = known.get(i);
            boolean changed = random.nextInt(6) == 0;
            batch.add(
                    changed
                            ? new Response(
                                    before.number(),
                                    before.visit(),
                                    before.question(),
                                    before.option() % 4 + 1,
                                    before.time())
                            : before);
        }
        for (int fresh = random.nextInt(30); fresh > 0; fresh--) {
            Response response = response(random, known.size() + 1);
            known.add(response);
            batch.add(response);
        }
        return new Batch(
                journal,
                known.size(),
                new PressTime(Batches.BOOT, 50_000_000, Batches.OFFSET, random.nextBoolean()),
                batch,
                Batches.WELL);
    }

    private static Instant moment(Random random) {
        return MOMENTS[random.nextInt(MOMENTS.length)].plusSeconds(random.nextInt(4 * 3600));
    }

    private static Response response(Random random, long number) {
        String question = random.nextInt(10) == 0 ? "other@" + (1 + random.nextInt(3)) : "service@1";
        long visit = number - random.nextInt((int) Math.min(number, 3));
        UUID boot = random.nextInt(4) == 0 ? new UUID(0, random.nextInt(3)) : Batches.BOOT;
        long uptime = random.nextInt(50_000_000);
        long offset = moment(random).toEpochMilli() - uptime;
        return new Response(
                number,
                visit,
                question,
                1 + random.nextInt(4),
                new PressTime(boot, uptime, offset, random.nextInt(3) > 0));
    }

    private void assertSettledAndConflictsAreRight(Batch batch, IngestOutcome.Stored stored) {
        List<Long> conflicts = batch.responses().stream()
                .filter(response -> !sent.get(batch.journal()).contains(response))
                .map(Response::number)
                .toList();
        assertThat(stored.conflicts()).isEqualTo(conflicts);
        long settled = stored.settled().stream()
                .mapToLong((Receipt.Range range) -> range.last() - range.first() + 1)
                .sum();
        assertThat(settled).isEqualTo(batch.responses().size() - conflicts.size());
    }
}
