package hymio.server.results;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.Batches;
import hymio.server.TestClock;
import hymio.server.Town;
import hymio.server.ingest.Arrival;
import hymio.server.ingest.IngestLoop;
import hymio.server.ingest.IngestOutcome;
import hymio.server.results.ResultsQuery.By;
import hymio.server.results.ResultsQuery.Grain;
import hymio.server.tally.Completeness;
import hymio.wire.Batch;
import hymio.wire.Heartbeat;
import hymio.wire.PressTime;
import hymio.wire.Receipt.Range;
import hymio.wire.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletenessTest {
    private static final UUID JOURNAL = new UUID(4, 2);
    private static final Instant THURSDAY = Instant.parse("2026-11-19T09:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-20T09:00:00Z");

    /** Since an hour ago. */
    private static final PressTime SENT =
            new PressTime(new UUID(6, 6), 3_600_000, TestClock.START.toEpochMilli() - 3_600_000, true);

    @TempDir
    Path folder;

    private Town town;
    private IngestLoop loop;
    private Results results;
    private String terminal;

    @BeforeEach
    void open() {
        town = new Town(folder);
        loop = new IngestLoop(town.db, 100);
        results = new ResultsStore(town.db, town.locations, town.questionnaires);
        terminal = town.terminalId("paakirjasto");
        town.db.change(handle -> handle.execute("update assignment set since = 0"));
    }

    @AfterEach
    void close() {
        assertThat(town.tallies()).isEqualTo(town.recount());
        loop.close();
        town.close();
    }

    private IngestOutcome.Stored send(UUID journal, long last, long pending, Response... responses) throws Exception {
        Heartbeat heartbeat = new Heartbeat("0.1.0", "", pending, List.of());
        Batch batch = new Batch(journal, last, SENT, List.of(responses), heartbeat);
        return (IngestOutcome.Stored)
                loop.offer(town.number(terminal), batch, new Arrival.Now(town.clock.millis()), Duration.ofSeconds(10))
                        .orElseThrow()
                        .get();
    }

    private Completeness of(String location, String from, String to) {
        return report(location, from, to, Grain.TOTAL, By.BRANCH).completeness();
    }

    private Report report(String location, String from, String to, Grain grain, By by) {
        return results.report(new ResultsQuery(location, LocalDate.parse(from), LocalDate.parse(to), grain, by));
    }

    private Completeness everything() {
        return of("kaupunki", "2020-01-01", "2029-01-01");
    }

    @Test
    void missingNumberCountsOnTheDayOfTheNextThatIsStored() throws Exception {
        send(JOURNAL, 5, 0, Batches.response(1, 1, THURSDAY), Batches.response(5, 1, FRIDAY));
        assertThat(of("kaupunki", "2026-11-19", "2026-11-19")).isEqualTo(new Completeness(1, 0, 0, 0));
        assertThat(of("kaupunki", "2026-11-20", "2026-11-20")).isEqualTo(new Completeness(1, 3, 0, 0));
        assertThat(everything().pressed()).isEqualTo(5);
    }

    @Test
    void lateNumbersHealTheirGapAndTakeWhatIsStillMissingBelowThemAlong() throws Exception {
        send(JOURNAL, 5, 0, Batches.response(1, 1, THURSDAY), Batches.response(5, 1, FRIDAY));
        send(JOURNAL, 5, 0, Batches.response(3, 1, THURSDAY));
        assertThat(of("kaupunki", "2026-11-19", "2026-11-19")).isEqualTo(new Completeness(2, 1, 0, 0));
        assertThat(of("kaupunki", "2026-11-20", "2026-11-20")).isEqualTo(new Completeness(1, 1, 0, 0));
        send(JOURNAL, 5, 0, Batches.response(2, 1, THURSDAY), Batches.response(4, 1, THURSDAY));
        assertThat(everything()).isEqualTo(new Completeness(5, 0, 0, 0));
        assertThat(town.count("gap")).isZero();
    }

    @Test
    void numbersAboveTheHighestStoredCountWhereTheTerminalLastToldOfThem() throws Exception {
        send(JOURNAL, 4, 4, Batches.response(1, 1, THURSDAY));
        assertThat(of("kaupunki", "2026-11-22", "2026-11-22")).isEqualTo(new Completeness(0, 3, 0, 0));
        town.clock.pass(Duration.ofDays(2));
        send(JOURNAL, 4, 3);
        assertThat(of("kaupunki", "2026-11-22", "2026-11-22")).isEqualTo(Completeness.NONE);
        assertThat(of("kaupunki", "2026-11-24", "2026-11-24")).isEqualTo(new Completeness(0, 3, 0, 0));
    }

    @Test
    void eachPlaceOfAMovedTerminalHasItsOwnPart() throws Exception {
        town.assign(town.number(terminal), Instant.parse("2026-11-20T00:00:00Z").toEpochMilli(), "uimahalli");
        send(
                JOURNAL,
                5,
                0,
                Batches.response(1, 1, THURSDAY),
                Batches.response(3, 1, THURSDAY.plusSeconds(9)),
                Batches.response(5, 1, FRIDAY));
        assertThat(of("paakirjasto", "2026-11-01", "2026-11-30")).isEqualTo(new Completeness(2, 1, 0, 0));
        assertThat(of("uimahalli", "2026-11-01", "2026-11-30")).isEqualTo(new Completeness(1, 1, 0, 0));
        List<ResultRow> rows = report("kaupunki", "2026-11-01", "2026-11-30", Grain.TOTAL, By.TERMINAL)
                .rows();
        assertThat(rows).extracting(ResultRow::location).containsExactly("paakirjasto", "uimahalli");
        assertThat(rows)
                .extracting(row -> row.completeness().orElseThrow())
                .containsExactly(new Completeness(2, 1, 0, 0), new Completeness(1, 1, 0, 0));
        assertThat(report("kaupunki", "2026-11-01", "2026-11-30", Grain.TOTAL, By.LOCATION)
                        .rows())
                .filteredOn(
                        row -> List.of("kaupunki", "kirjastot", "kirjasto-ita").contains(row.location()))
                .extracting(row -> row.completeness().orElseThrow())
                .containsExactly(new Completeness(3, 2, 0, 0), new Completeness(2, 1, 0, 0), Completeness.NONE);
    }

    @Test
    void daysAreThoseOfTheLocation() throws Exception {
        terminal = town.terminalId("kirjasto-ita");
        send(JOURNAL, 2, 0, Batches.response(2, 1, Instant.parse("2026-11-20T18:20:00Z")));
        assertThat(of("kaupunki", "2026-11-20", "2026-11-20")).isEqualTo(Completeness.NONE);
        assertThat(of("kaupunki", "2026-11-21", "2026-11-21")).isEqualTo(new Completeness(1, 1, 0, 0));
    }

    @Test
    void conflictingNumberCountsOnceWhateverComes() throws Exception {
        send(JOURNAL, 1, 0, Batches.response(1, 1, FRIDAY));
        for (int option = 2; option < 4; option++) {
            send(JOURNAL, 1, 0, Batches.response(1, option, THURSDAY));
            send(JOURNAL, 1, 0, Batches.response(1, option, THURSDAY));
        }
        assertThat(everything()).isEqualTo(new Completeness(1, 0, 1, 0));
        assertThat(of("kaupunki", "2026-11-20", "2026-11-20").conflicting()).isEqualTo(1);
    }

    @Test
    void estimatedTimesAreCountedByBar() throws Exception {
        PressTime unsure = new PressTime(new UUID(8, 8), 1_000, FRIDAY.toEpochMilli() - 1_000, false);
        send(JOURNAL, 1, 0, new Response(1, 1, "service@1", 1, unsure));
        Report hours = report("kirjastot", "2026-11-20", "2026-11-20", Grain.HOUR, By.BRANCH);
        assertThat(hours.completeness()).isEqualTo(new Completeness(1, 0, 0, 1));
        assertThat(hours.estimated()).isEqualTo(Map.of(LocalDateTime.parse("2026-11-20T11:00"), 1L));
        assertThat(report("kirjastot", "2026-11-18", "2026-11-30", Grain.WEEK, By.BRANCH)
                        .estimated())
                .isEqualTo(Map.of(LocalDateTime.parse("2026-11-18T00:00"), 1L));
        assertThat(report("uimahalli", "2026-11-20", "2026-11-20", Grain.DAY, By.BRANCH)
                        .estimated())
                .isEmpty();
    }

    @Test
    void receiptNamesNoNumberThatIsStillOnItsWay() throws Exception {
        assertThat(send(JOURNAL, 9, 6, Batches.response(2, 1), Batches.response(4, 1))
                        .missing())
                .containsExactly(new Range(1, 1), new Range(3, 3));
        assertThat(send(JOURNAL, 9, 0).missing()).containsExactly(new Range(1, 1), new Range(3, 3), new Range(5, 9));
        assertThat(send(new UUID(4, 3), 1, 1, Batches.response(1, 1)).missing()).isEmpty();
    }

    @Test
    void receiptNamesAtMostAHundredRangesTheLowestFirst() throws Exception {
        Response[] everySecond = new Response[500];
        for (int i = 0; i < everySecond.length; i++) {
            everySecond[i] = Batches.response(2L * i + 2, 1);
        }
        List<Range> missing = send(JOURNAL, 1_000, 500, everySecond).missing();
        assertThat(missing).hasSize(100).startsWith(new Range(1, 1)).endsWith(new Range(199, 199));
        assertThat(everything()).isEqualTo(new Completeness(500, 500, 0, 0));
    }

    @Test
    void carriedBatchLeavesTheHeartbeatAlone() throws Exception {
        send(JOURNAL, 1, 0, Batches.response(1, 1));
        long seen = town.one("select seen from terminal where id = '" + terminal + "'");
        town.clock.pass(Duration.ofDays(1));
        Batch old = new Batch(JOURNAL, 2, Batches.at(TestClock.START), List.of(Batches.response(2, 1)), Batches.WELL);
        loop.offer(town.number(terminal), old, new Arrival.Written(town.clock.millis()), Duration.ofSeconds(10))
                .orElseThrow()
                .get();
        assertThat(town.one("select seen from terminal where id = '" + terminal + "'"))
                .isEqualTo(seen);
        assertThat(everything()).isEqualTo(new Completeness(2, 0, 0, 0));
    }
}
