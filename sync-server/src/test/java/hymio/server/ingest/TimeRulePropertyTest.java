package hymio.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.Batches;
import hymio.server.ingest.EffectiveTime.Quality;
import hymio.wire.Batch;
import hymio.wire.BootTime;
import hymio.wire.PressTime;
import hymio.wire.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A terminal that starts often, with a clock that is right, wakes in 1970 or runs ahead, is switched off for weeks or
 * suspended, and syncs now and then: against the true time, which only the test knows.
 */
class TimeRulePropertyTest {
    private static final long ENROLLED = 1_790_000_000_000L;
    private static final long DAY = 86_400_000;

    /** One start of the machine; {@code trustedFrom} is an uptime, or never. */
    private record Boot(UUID id, long began, long wrongOffset, long trustedFrom) {
        PressTime at(long millis) {
            long uptime = millis - began;
            boolean trusted = uptime >= trustedFrom;
            return new PressTime(id, uptime, trusted ? began : wrongOffset, trusted);
        }
    }

    /**
     * @param tells whether the terminal says what it knows of its boots
     * @param carries whether some batches are carried by hand
     */
    private record Delivery(boolean tells, boolean carries) {}

    /** All that happened; by number, from 1. */
    private record Life(List<Boot> boots, List<Response> responses, List<Long> truth, List<Integer> bootOf) {}

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 400);
    }

    private static Life live(Random random) {
        Life life = new Life(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        long now = ENROLLED;
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            now += 1 + random.nextLong(random.nextBoolean() ? 60_000 : 30 * DAY);
            long wrong = switch (random.nextInt(3)) {
                case 0 -> 0;
                case 1 -> now + random.nextLong(400 * DAY);
                default -> now - random.nextLong(3 * DAY);
            };
            long trustedFrom = switch (random.nextInt(3)) {
                case 0 -> 0;
                case 1 -> random.nextLong(DAY);
                default -> Long.MAX_VALUE;
            };
            Boot boot = new Boot(new UUID(3, life.boots().size()), now, wrong, trustedFrom);
            life.boots().add(boot);
            for (int press = random.nextInt(6); press > 0; press--) {
                now += random.nextLong(random.nextInt(5) == 0 ? 3 * DAY : 600_000);
                long number = life.responses().size() + 1;
                life.responses().add(new Response(number, number, "service@1", 1, boot.at(now)));
                life.truth().add(now);
                life.bootOf().add(life.boots().size() - 1);
            }
            now += random.nextLong(DAY);
        }
        return life;
    }

    /** What the terminal knows of its boots at a moment. */
    private static List<BootTime> told(Life life, long now) {
        List<BootTime> told = new ArrayList<>();
        long lastTrusted = -1;
        for (int i = 0; i < life.boots().size() && life.boots().get(i).began() <= now; i++) {
            Boot boot = life.boots().get(i);
            if (isTrusted(life, i, now)) {
                told.add(BootTime.trusted(boot.id(), boot.began()));
                lastTrusted = lastSeen(life, i, now);
            } else {
                told.add(new BootTime(
                        boot.id(),
                        OptionalLong.empty(),
                        lastTrusted < 0 ? OptionalLong.empty() : OptionalLong.of(lastTrusted),
                        nextTrusted(life, i + 1, now)));
            }
        }
        return told;
    }

    /** When the next boot began whose clock is known by now. */
    private static OptionalLong nextTrusted(Life life, int from, long now) {
        for (int i = from; i < life.boots().size() && life.boots().get(i).began() <= now; i++) {
            if (isTrusted(life, i, now)) {
                return OptionalLong.of(life.boots().get(i).began());
            }
        }
        return OptionalLong.empty();
    }

    private static boolean isTrusted(Life life, int i, long now) {
        Boot boot = life.boots().get(i);
        return boot.trustedFrom() <= lastSeen(life, i, now) - boot.began();
    }

    /** A moment of the boot at which the machine was surely on: its last press, or now. */
    private static long lastSeen(Life life, int i, long now) {
        long last = life.boots().get(i).began();
        for (int press = 0; press < life.truth().size(); press++) {
            if (life.bootOf().get(press) == i && life.truth().get(press) <= now) {
                last = life.truth().get(press);
            }
        }
        return last;
    }

    /** Sends what was pressed until now, in batches of any size; keeps what was stored. */
    private static void send(
            Life life, Random random, NavigableMap<Long, Moment> stored, int until, Delivery delivery) {
        while (stored.size() < until) {
            int from = stored.size();
            int to = Math.min(until, from + 1 + random.nextInt(7));
            long now = life.truth().get(until - 1) + 5_000;
            PressTime sent = life.boots().get(life.bootOf().get(until - 1)).at(now);
            boolean carried = delivery.carries() && random.nextInt(4) == 0;
            Arrival arrival = carried ? new Arrival.Written(now + random.nextLong(20 * DAY)) : new Arrival.Now(now);
            Batch batch = new Batch(
                    new UUID(1, 1),
                    until,
                    sent,
                    life.responses().subList(from, to),
                    Batches.WELL,
                    delivery.tells() ? told(life, now) : List.of());
            List<EffectiveTime> times = new TimeRule(batch, arrival, ENROLLED).times(new TreeMap<>(stored));
            for (int i = 0; i < times.size(); i++) {
                Response response = life.responses().get(from + i);
                stored.put(response.number(), Moment.of(response.time(), times.get(i)));
            }
        }
    }

    private static NavigableMap<Long, Moment> stored(Life life, Random random, Delivery delivery) {
        NavigableMap<Long, Moment> stored = new TreeMap<>();
        while (stored.size() < life.responses().size()) {
            int left = life.responses().size() - stored.size();
            send(life, random, stored, stored.size() + 1 + random.nextInt(left), delivery);
        }
        return stored;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sureTimesAreTrueAndEstimatesHoldTheTruthWithinTheirBounds(long seed) {
        for (boolean tells : new boolean[] {true, false}) {
            Random random = new Random(seed);
            Life life = live(random);
            stored(life, random, new Delivery(tells, true)).forEach((number, moment) -> {
                long truth = life.truth().get((int) (number - 1));
                EffectiveTime time = moment.time();
                if (!time.isEstimated()) {
                    assertThat(time.atMillis()).as("number %s", number).isEqualTo(truth);
                }
                assertThat(truth).as("number %s", number).isBetween(time.afterMillis(), time.beforeMillis());
                assertThat(time.atMillis()).isBetween(time.afterMillis(), time.beforeMillis());
                if (life.responses().get((int) (number - 1)).time().trusted()) {
                    assertThat(time.quality()).isEqualTo(Quality.TRUSTED);
                }
            });
        }
    }

    /**
     * Where a card was copied, numbers of two machines alternate, and what was in conflict stands after later presses.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void estimatesHoldTheTruthWhateverTheOrderOfTheNumbers(long seed) {
        Random random = new Random(seed);
        Life life = live(random);
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, life.responses().size()).boxed().toList());
        Collections.shuffle(order, random);
        List<Response> numbered = new ArrayList<>();
        for (int was : order) {
            PressTime time = life.responses().get(was).time();
            numbered.add(new Response(numbered.size() + 1, numbered.size() + 1, "service@1", 1, time));
        }
        List<EffectiveTime> times = inOneBatch(life, numbered, told(life, Long.MAX_VALUE));
        for (int i = 0; i < times.size(); i++) {
            assertThat(life.truth().get(order.get(i)))
                    .as("number %s", i + 1)
                    .isBetween(times.get(i).afterMillis(), times.get(i).beforeMillis());
        }
    }

    /** A first time stands. What came later and must have been pressed before it stands as near as its bounds allow. */
    @ParameterizedTest
    @MethodSource("seeds")
    void orderOfTheJournalIsKeptAsFarAsTheBoundsAllow(long seed) {
        Random random = new Random(seed);
        Life life = live(random);
        long previous = 0;
        for (Moment moment :
                stored(life, random, new Delivery(random.nextBoolean(), true)).values()) {
            EffectiveTime time = moment.time();
            assertThat(time.atMillis() >= previous || time.atMillis() == time.beforeMillis())
                    .isTrue();
            previous = time.atMillis();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void orderOfTheJournalIsKeptInABatch(long seed) {
        assertThat(inOneBatch(live(new Random(seed))))
                .extracting(EffectiveTime::atMillis)
                .isSorted();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void distancesWithinABootAreTrue(long seed) {
        Life life = live(new Random(seed));
        List<EffectiveTime> times = inOneBatch(life);
        Map<UUID, Long> began = new HashMap<>();
        for (int i = 0; i < times.size(); i++) {
            PressTime press = life.responses().get(i).time();
            long start = times.get(i).atMillis() - press.uptimeMillis();
            Long first = began.putIfAbsent(press.boot(), start);
            assertThat(first == null || first == start).as("number %s", i + 1).isTrue();
        }
    }

    /** A month after the last start, by a terminal that tells nothing of its boots. */
    private static List<EffectiveTime> inOneBatch(Life life) {
        return inOneBatch(life, life.responses(), List.of());
    }

    private static List<EffectiveTime> inOneBatch(Life life, List<Response> responses, List<BootTime> told) {
        long now = life.boots().getLast().began() + 40 * DAY;
        Batch batch = new Batch(
                new UUID(1, 1), responses.size(), life.boots().getLast().at(now), responses, Batches.WELL, told);
        return new TimeRule(batch, new Arrival.Now(now), ENROLLED).times(new TreeMap<>());
    }
}
