package hymio.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.Batches;
import hymio.server.Town;
import hymio.wire.Batch;
import hymio.wire.BootTime;
import hymio.wire.PressTime;
import hymio.wire.Response;
import hymio.wire.Response.Extra;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However the journals of several terminals are cut into batches, in whatever order these come, how often, by network
 * or by hand: the rows, the gaps, the tallies and the completeness are the same.
 */
class AnyOrderPropertyTest {
    private static final String[] PLACES = {"kaupunki", "paakirjasto", "kirjasto-ita", "uimahalli"};
    private static final long RECEIVED = Instant.parse("2026-11-22T10:00:00Z").toEpochMilli();
    /** Helsinki's and St. John's repeated and skipped hours lie in the months before. */
    private static final long FIRST = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

    private static final UUID LATE_BOOT = new UUID(5, 5);
    private static final List<BootTime> KNOWN = List.of(BootTime.trusted(LATE_BOOT, FIRST));
    /** Everything that the server holds, under names that do not depend on what came first. */
    private static final List<String> TABLES = List.of(
            "select 'response', hex(j.journal) as whose, r.number, q.key, r.option, r.visit, s.uptime, hex(c.boot) as boot,"
                    + " c.offset_millis, c.trusted, r.at, r.quality, r.location from response_at r"
                    + " join response s using (source, number) join journal j using (source)"
                    + " join question q on q.num = r.question"
                    + " join clock c on c.source = s.source and c.clock = s.clock",
            "select 'extra', hex(j.journal) as whose, x.number, x.takes_back, x.misuse from extra x join journal j using (source)",
            "select 'comment', hex(j.journal) as whose, c.number, c.text from comment c join journal j using (source)",
            "select 'journal', hex(journal), terminal, last, received, heard from journal",
            "select 'gap', hex(j.journal) as whose, g.first, g.last, g.location, g.day from gap g join journal j using (source)",
            "select 'day', t.location, q.key, t.day, t.terminal, t.option, t.n from tally_day t"
                    + " join question q on q.num = t.question",
            "select 'hour', t.location, q.key, t.hour, t.terminal, t.option, t.n from tally_hour t"
                    + " join question q on q.num = t.question",
            "select 'arrival', location, day, terminal, received, missing, conflicting from tally_arrival",
            "select 'estimated', location, hour, terminal, n from tally_estimated",
            "select 'estimate', count(*) from estimate",
            "select 'conflict', count(*) from conflict");

    @TempDir
    Path folder;

    /** @param arrived what of the journal comes at all */
    private record Sender(UUID journal, List<Response> responses, List<Response> arrived) {}

    private record Parcel(int sender, Batch batch, boolean carried) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anySplitOrderAndRepetitionGivesTheSame(long seed) throws Exception {
        Random random = new Random(seed);
        List<Sender> senders = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            senders.add(sender(random));
        }
        List<Parcel> plain = new ArrayList<>();
        for (int i = 0; i < senders.size(); i++) {
            plain.add(new Parcel(i, batch(senders.get(i), senders.get(i).arrived()), false));
        }
        List<List<Object>> expected = stored(seed, plain);
        assertThat(expected).hasSizeGreaterThan(200);
        for (int way = 0; way < 4; way++) {
            assertThat(stored(seed, shuffled(random, senders))).containsExactlyElementsOf(expected);
        }
    }

    private static Sender sender(Random random) {
        List<Response> responses = new ArrayList<>();
        List<Response> arrived = new ArrayList<>();
        for (int number = 1; number <= 60; number++) {
            Response response = response(random, number, responses);
            responses.add(response);
            if (random.nextInt(6) > 0) {
                arrived.add(response);
            }
        }
        return new Sender(new UUID(random.nextLong(), random.nextLong()), responses, arrived);
    }

    private static Response response(Random random, long number, List<Response> before) {
        PressTime time = time(random);
        if (!before.isEmpty() && random.nextInt(5) == 0) {
            Response target = before.get(random.nextInt(before.size()));
            if (target.extra().takesBack() == 0) {
                return new Response(
                        number,
                        target.visit(),
                        target.question(),
                        target.option(),
                        time,
                        Extra.takingBack(target.number()));
            }
        }
        Extra extra = switch (random.nextInt(10)) {
            case 0 -> Extra.misused(1);
            case 1 -> Extra.commented("Kiitos");
            default -> Extra.NONE;
        };
        String question = random.nextInt(6) == 0 ? "other@" + (1 + random.nextInt(3)) : "service@1";
        return new Response(number, number, question, 1 + random.nextInt(4), time, extra);
    }

    /** Trusted, or of a boot that the terminal learned to place later, or of the boot that sends. */
    private static PressTime time(Random random) {
        long uptime = random.nextLong(RECEIVED - FIRST);
        return switch (random.nextInt(4)) {
            case 0 -> new PressTime(LATE_BOOT, uptime, 0, false);
            case 1 -> new PressTime(Batches.BOOT, uptime, 0, false);
            default -> new PressTime(new UUID(1, random.nextInt(3)), uptime, FIRST, true);
        };
    }

    private static Batch batch(Sender sender, List<Response> part) {
        PressTime sent = new PressTime(Batches.BOOT, RECEIVED - FIRST, FIRST, true);
        return new Batch(sender.journal(), sender.responses().size(), sent, part, Batches.WELL, KNOWN);
    }

    private static List<Parcel> shuffled(Random random, List<Sender> senders) {
        List<Parcel> parcels = new ArrayList<>();
        for (int i = 0; i < senders.size(); i++) {
            Sender sender = senders.get(i);
            for (int copies = 1 + random.nextInt(3); copies > 0; copies--) {
                List<Response> mixed = new ArrayList<>(sender.arrived());
                if (random.nextBoolean()) {
                    Collections.shuffle(mixed, random);
                }
                while (!mixed.isEmpty()) {
                    List<Response> part = mixed.subList(0, Math.min(mixed.size(), 1 + random.nextInt(20)));
                    List<Response> sorted = new ArrayList<>(part);
                    sorted.sort(Comparator.comparingLong(Response::number));
                    parcels.add(new Parcel(i, batch(sender, sorted), random.nextBoolean()));
                    part.clear();
                }
            }
        }
        Collections.shuffle(parcels, random);
        return parcels;
    }

    /** What a new town holds after it all came. */
    private List<List<Object>> stored(long seed, List<Parcel> parcels) throws Exception {
        Random random = new Random(seed);
        try (Town town = new Town(Files.createTempDirectory(folder, "town"));
                IngestLoop loop = new IngestLoop(town.db, 100)) {
            List<Long> terminals = LongStream.range(0, 4)
                    .map(i -> town.terminal(PLACES[(int) i]))
                    .boxed()
                    .toList();
            for (long terminal : terminals) {
                town.assign(terminal, FIRST + random.nextLong(RECEIVED - FIRST), PLACES[random.nextInt(4)]);
            }
            for (Parcel parcel : parcels) {
                Arrival arrival = parcel.carried() ? new Arrival.Written(RECEIVED) : new Arrival.Now(RECEIVED);
                IngestOutcome outcome = loop.offer(
                                terminals.get(parcel.sender()), parcel.batch(), arrival, Duration.ofSeconds(10))
                        .orElseThrow()
                        .get();
                assertThat(outcome).isInstanceOf(IngestOutcome.Stored.class);
            }
            assertThat(town.tallies()).isEqualTo(town.recount());
            return dump(town);
        }
    }

    private static List<List<Object>> dump(Town town) {
        List<List<Object>> rows = new ArrayList<>();
        for (String table : TABLES) {
            town.db
                    .<List<Map<String, Object>>, RuntimeException>read(
                            handle -> handle.createQuery(table).mapToMap().list())
                    .forEach(row -> rows.add(new ArrayList<>(row.values())));
        }
        rows.sort(Comparator.comparing(Object::toString));
        return rows;
    }
}
