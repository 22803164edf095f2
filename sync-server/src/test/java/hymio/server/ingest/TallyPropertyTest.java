package hymio.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.Batches;
import hymio.server.Town;
import hymio.wire.Batch;
import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.Response;
import hymio.wire.Response.Extra;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random terminals, batches, repeats, clones, moves, clocks, take-backs, misuse and comments, in any order: the tallies
 * and the completeness always equal a recount.
 */
class TallyPropertyTest {
    private static final String[] PLACES = {"kaupunki", "paakirjasto", "kirjasto-ita", "uimahalli"};
    /** Around the hour that Helsinki and St. John's repeat or skip. */
    private static final Instant[] MOMENTS = {
        Instant.parse("2026-10-25T00:00:00Z"),
        Instant.parse("2026-11-01T04:00:00Z"),
        Instant.parse("2026-03-29T00:30:00Z"),
        Instant.parse("2026-11-21T22:00:00Z")
    };

    private static final Arrival RECEIVED =
            new Arrival.Now(Instant.parse("2026-11-22T10:00:00Z").toEpochMilli());
    private static final PressTime SENT = new PressTime(Batches.BOOT, 50_000_000, Batches.OFFSET, true);

    @TempDir
    Path folder;

    /** What each journal has stored, by number. */
    private final Map<UUID, Map<Long, Response>> stored = new HashMap<>();
    /** What each journal has minted but not yet sent, in any order. */
    private final Map<UUID, List<Response>> waiting = new HashMap<>();

    private final Map<UUID, Long> minted = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
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
                IngestOutcome outcome = loop.offer(terminals.get(who), batch, RECEIVED, Duration.ofSeconds(10))
                        .orElseThrow()
                        .get();
                assertOutcomeIsRight(batch, outcome);
            }
            for (int who = 0; who < 5; who++) {
                Batch heartbeat = new Batch(
                        journals.get(who), minted.getOrDefault(journals.get(who), 0L), SENT, List.of(), Batches.WELL);
                loop.offer(terminals.get(who), heartbeat, RECEIVED, Duration.ofSeconds(10))
                        .orElseThrow()
                        .get();
            }
            assertThat(town.count("response"))
                    .isEqualTo(stored.values().stream().mapToLong(Map::size).sum());
            assertThat(town.tallies()).isEqualTo(town.recount()).isNotEmpty();
            assertThat(town.one("select sum(received) from journal")).isEqualTo(town.count("response"));
            assertThat(town.one("select count(*) from tally_hour where n < 1")).isZero();
            assertThat(town.one("select sum(last - first + 1) from gap"))
                    .isEqualTo(town.one("select sum(last - received) from journal"))
                    .isPositive();
            assertThat(town.one("select sum(n) from tally_estimated")).isEqualTo(town.count("estimate"));
            assertThat(town.one("select sum(conflicting) from tally_arrival")).isPositive();
            assertThat(town.one("select count(*) from extra where takes_back is not null"))
                    .isGreaterThan(50);
        }
    }

    /** New numbers, some much later than others, and often some that were sent before, unchanged or as by a clone. */
    private Batch batch(Random random, UUID journal) {
        Map<Long, Response> known = stored.computeIfAbsent(journal, unused -> new TreeMap<>());
        List<Response> late = waiting.computeIfAbsent(journal, unused -> new ArrayList<>());
        for (int fresh = random.nextInt(30); fresh > 0; fresh--) {
            late.add(response(random, minted.merge(journal, 1L, Long::sum), all(known, late)));
        }
        Collections.shuffle(late, random);
        List<Response> batch = new ArrayList<>(late.subList(0, random.nextInt(late.size() + 1)));
        late.removeAll(batch);
        List<Response> before = new ArrayList<>(known.values());
        for (int again = before.isEmpty() ? 0 : random.nextInt(5); again > 0; again--) {
            Response one = before.get(random.nextInt(before.size()));
            if (batch.stream().noneMatch(it -> it.number() == one.number())) {
                batch.add(random.nextInt(6) == 0 ? cloned(random, one) : one);
            }
        }
        batch.sort(Comparator.comparingLong(Response::number));
        return new Batch(
                journal,
                minted.getOrDefault(journal, 0L),
                new PressTime(Batches.BOOT, 50_000_000, Batches.OFFSET, random.nextBoolean()),
                batch,
                Batches.WELL);
    }

    private static List<Response> all(Map<Long, Response> known, List<Response> late) {
        return Stream.concat(known.values().stream(), late.stream()).toList();
    }

    /** The same number with one thing changed. */
    private static Response cloned(Random random, Response it) {
        int option = random.nextBoolean() ? it.option() % 4 + 1 : it.option();
        Extra extra = option == it.option() ? new Extra(0, 9, "clone") : it.extra();
        return new Response(it.number(), it.visit(), it.question(), option, it.time(), extra);
    }

    private static Instant moment(Random random) {
        return MOMENTS[random.nextInt(MOMENTS.length)].plusSeconds(random.nextInt(4 * 3600));
    }

    private static Response response(Random random, long number, List<Response> before) {
        UUID boot = random.nextInt(4) == 0 ? new UUID(0, random.nextInt(3)) : Batches.BOOT;
        long uptime = random.nextInt(50_000_000);
        long offset = moment(random).toEpochMilli() - uptime;
        PressTime time = new PressTime(boot, uptime, offset, random.nextInt(3) > 0);
        if (!before.isEmpty() && random.nextInt(4) == 0) {
            return takeBack(random, number, before.get(random.nextInt(before.size())), time);
        }
        String question = random.nextInt(10) == 0 ? "other@" + (1 + random.nextInt(3)) : "service@1";
        long visit = number - random.nextInt((int) Math.min(number, 3));
        return new Response(number, visit, question, 1 + random.nextInt(4), time, extra(random));
    }

    private static Extra extra(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> Extra.misused(1);
            case 1 -> Extra.commented("Kiitos " + random.nextInt(3));
            default -> Extra.NONE;
        };
    }

    /** Mostly as it should be; also of another option, of a take-back, or of what was taken back before. */
    private static Response takeBack(Random random, long number, Response target, PressTime time) {
        int option = random.nextInt(8) == 0 ? target.option() % 4 + 1 : target.option();
        return new Response(number, target.visit(), target.question(), option, time, Extra.takingBack(target.number()));
    }

    /** Whether the batch holds a new take-back that its response, stored or beside it, contradicts. */
    private boolean contradictsItself(Batch batch) {
        Map<Long, Response> known = new HashMap<>();
        batch.responses().forEach(it -> known.put(it.number(), it));
        known.putAll(stored.get(batch.journal()));
        return batch.responses().stream()
                .filter(it -> it.extra().takesBack() > 0)
                .filter(it -> !stored.get(batch.journal()).containsKey(it.number()))
                .anyMatch(it -> {
                    Response target = known.get(it.extra().takesBack());
                    return target != null && (target.extra().takesBack() > 0 || target.option() != it.option());
                });
    }

    private void assertOutcomeIsRight(Batch batch, IngestOutcome outcome) {
        Map<Long, Response> known = stored.get(batch.journal());
        if (contradictsItself(batch)) {
            assertThat(outcome).isInstanceOf(IngestOutcome.Refused.class);
            return;
        }
        batch.responses().forEach(it -> known.putIfAbsent(it.number(), it));
        List<Long> conflicts = batch.responses().stream()
                .filter(it -> !it.equals(known.get(it.number())))
                .map(Response::number)
                .toList();
        IngestOutcome.Stored answer = (IngestOutcome.Stored) outcome;
        assertThat(answer.conflicts()).isEqualTo(conflicts);
        long settled = answer.settled().stream()
                .mapToLong((Receipt.Range range) -> range.last() - range.first() + 1)
                .sum();
        assertThat(settled).isEqualTo(batch.responses().size() - conflicts.size());
    }
}
