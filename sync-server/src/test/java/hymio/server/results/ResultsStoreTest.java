package hymio.server.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hymio.server.Batches;
import hymio.server.Town;
import hymio.server.audit.Author;
import hymio.server.ingest.Arrival;
import hymio.server.ingest.IngestLoop;
import hymio.server.results.ResultsQuery.By;
import hymio.server.results.ResultsQuery.Grain;
import hymio.server.tally.Counts;
import hymio.wire.Config;
import hymio.wire.Golden;
import hymio.wire.Publication;
import hymio.wire.Question;
import hymio.wire.Questionnaire;
import hymio.wire.Response;
import hymio.wire.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsStoreTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final Instant NOON_IN_HELSINKI = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    Path folder;

    private Town town;
    private IngestLoop loop;
    private Results results;
    private String hall;
    private String main;

    @BeforeEach
    void open() {
        town = new Town(folder);
        loop = new IngestLoop(town.db, 10);
        results = new ResultsStore(town.db, town.locations, town.questionnaires);
        main = town.terminalId("paakirjasto");
        hall = town.terminalId("uimahalli");
    }

    @AfterEach
    void close() {
        loop.close();
        town.close();
    }

    private void press(String terminal, String question, Instant moment, int... options) throws Exception {
        Response[] responses = new Response[options.length];
        for (int i = 0; i < options.length; i++) {
            responses[i] = new Response(i + 1, i + 1, question, options[i], Batches.at(moment));
        }
        loop.offer(
                        town.number(terminal),
                        Batches.of(UUID.randomUUID(), responses),
                        new Arrival.Now(town.clock.millis()),
                        Duration.ofSeconds(10))
                .orElseThrow()
                .get();
    }

    private List<ResultRow> rows(String location, Grain grain, By by, String from, String to) {
        return results.report(new ResultsQuery(location, LocalDate.parse(from), LocalDate.parse(to), grain, by))
                .rows();
    }

    private List<ResultRow> rows(String location, Grain grain, By by) {
        return rows(location, grain, by, "2026-11-20", "2026-11-20");
    }

    private void publishFiveFaces(String location) {
        Texts text = Texts.of("a", "b", "c");
        Question question = new Question("five", 1, text, Collections.nCopies(5, text));
        town.questionnaires.publish(
                new Publication(location, new Questionnaire("five", 1, List.of(question))), Author.command(town.clock));
    }

    @Test
    void branchHoldsAllBelowIt() throws Exception {
        press(main, "service@1", NOON_IN_HELSINKI, 1, 1, 4);
        press(hall, "service@1", NOON_IN_HELSINKI, 2);
        List<ResultRow> rows = rows("kaupunki", Grain.TOTAL, By.BRANCH);
        assertThat(rows).hasSize(1);
        ResultRow row = rows.getFirst();
        assertThat(row.location()).isEqualTo("kaupunki");
        assertThat(row.counts().options()).isEqualTo(Map.of(1, 2L, 2, 1L, 3, 0L, 4, 1L));
        assertThat(row.counts().index().getAsDouble()).isCloseTo((100 + 100 + 0 + 66.667) / 4, within(0.01));
        assertThat(row.start()).isEqualTo(DAY.atStartOfDay());
        assertThat(row.end()).isEqualTo(DAY.plusDays(1).atStartOfDay());
        assertThat(rows("kirjastot", Grain.TOTAL, By.BRANCH).getFirst().counts().total())
                .isEqualTo(3);
    }

    /** The leader's published example: 126, 60, 16, 17 on four faces gives 78. */
    @Test
    void indexAgreesWithTheLeadersExample() throws Exception {
        List<Integer> options = new ArrayList<>();
        int[] counts = {126, 60, 16, 17};
        for (int option = 1; option <= 4; option++) {
            options.addAll(Collections.nCopies(counts[option - 1], option));
        }
        press(
                main,
                "service@1",
                NOON_IN_HELSINKI,
                options.stream().mapToInt(i -> i).toArray());
        assertThat(rows("paakirjasto", Grain.TOTAL, By.BRANCH)
                        .getFirst()
                        .counts()
                        .index()
                        .getAsDouble())
                .isCloseTo(78, within(0.5));
    }

    @Test
    void everyLocationHasItsTotalEachAfterItsParent() throws Exception {
        press(main, "service@1", NOON_IN_HELSINKI, 1);
        List<ResultRow> rows = rows("kaupunki", Grain.TOTAL, By.LOCATION);
        assertThat(rows)
                .extracting(ResultRow::location)
                .containsExactly("kaupunki", "kirjastot", "kirjasto-ita", "paakirjasto", "uimahalli");
        assertThat(rows).extracting(row -> row.counts().total()).containsExactly(1L, 1L, 0L, 1L, 0L);
        assertThat(rows.getLast().counts().options()).isEqualTo(Map.of(1, 0L, 2, 0L, 3, 0L, 4, 0L));
        assertThat(rows.getLast().counts().index()).isEmpty();
    }

    @Test
    void terminalsShowWhereTheyStoodAlsoWithoutResponses() throws Exception {
        press(main, "service@1", NOON_IN_HELSINKI, 1, 2);
        long noon = NOON_IN_HELSINKI.toEpochMilli();
        town.assign(town.number(main), noon - 86_400_000L * 30, "kirjasto-ita");
        town.assign(town.number(main), noon + 3_600_000, "uimahalli");
        List<ResultRow> rows = rows("kaupunki", Grain.TOTAL, By.TERMINAL);
        assertThat(rows)
                .extracting(row -> row.location() + " " + row.terminal().orElseThrow() + " "
                        + row.counts().total())
                .contains("paakirjasto " + main + " 2", "kirjasto-ita " + main + " 0", "uimahalli " + main + " 0")
                .hasSize(3);
    }

    @Test
    void eachQuestionHasItsOwnScaleAndIndex() throws Exception {
        publishFiveFaces("uimahalli");
        press(hall, "five@1", NOON_IN_HELSINKI, 2, 5);
        press(main, "service@1", NOON_IN_HELSINKI, 1);
        press(main, "unknown@1", NOON_IN_HELSINKI, 3);
        List<ResultRow> rows = rows("kaupunki", Grain.TOTAL, By.QUESTION);
        assertThat(rows)
                .extracting(ResultRow::question)
                .containsExactly(Optional.of("five@1"), Optional.of("service@1"), Optional.of("unknown@1"));
        assertThat(rows.get(0).counts().options()).isEqualTo(Map.of(1, 0L, 2, 1L, 3, 0L, 4, 0L, 5, 1L));
        assertThat(rows.get(0).counts().index()).hasValue(37.5);
        assertThat(rows.get(1).counts().index()).hasValue(100);
        assertThat(rows.get(2).counts().options()).isEqualTo(Map.of(3, 1L));
        assertThat(rows.get(2).counts().index()).isEmpty();
        assertThat(rows("kaupunki", Grain.TOTAL, By.BRANCH).getFirst().counts().total())
                .isEqualTo(4);
    }

    /** A branch's index is of its faces alone, whatever else visitors answered. */
    @Test
    void onlyFacesMakeTheFiguresOfABranch() throws Exception {
        Config golden = town.codec.read(Golden.v1("config-visit"), Config.class);
        town.questionnaires.publish(new Publication("kaupunki", golden.questionnaire()), Author.command(town.clock));
        press(main, "asiointi@1", NOON_IN_HELSINKI, 1, 4);
        press(main, "syyt@1", NOON_IN_HELSINKI, 1, 1, 5);
        press(main, "kerta@1", NOON_IN_HELSINKI, 1);
        press(main, "suositus@1", NOON_IN_HELSINKI, 0, 3, 10);
        press(main, "avoin@1", NOON_IN_HELSINKI, 0);
        for (By by : List.of(By.BRANCH, By.LOCATION, By.TERMINAL)) {
            for (Grain grain : List.of(Grain.TOTAL, Grain.DAY, Grain.HOUR)) {
                assertThat(rows("paakirjasto", grain, by)).as(by + " " + grain).hasSize(1);
                Counts counts = rows("paakirjasto", grain, by).getFirst().counts();
                assertThat(counts.options()).isEqualTo(Map.of(1, 1L, 2, 0L, 3, 0L, 4, 1L));
                assertThat(counts.faces()).isEqualTo(Map.of(5, 1L, 4, 0L, 2, 0L, 1, 1L));
                assertThat(counts.index()).hasValue(50);
            }
        }
        List<ResultRow> rows = rows("kaupunki", Grain.TOTAL, By.QUESTION);
        assertThat(rows)
                .extracting(row -> row.question().orElseThrow() + " "
                        + row.scale().orElseThrow().word())
                .containsExactly(
                        "asiointi@1 faces", "avoin@1 comment", "kerta@1 choice", "suositus@1 scale", "syyt@1 choices");
        assertThat(rows.get(1).counts().options()).isEqualTo(Map.of(0, 1L));
        assertThat(rows.get(2).counts().options()).isEqualTo(Map.of(1, 1L, 2, 0L));
        assertThat(rows.get(3).counts().options())
                .hasSize(11)
                .containsEntry(0, 1L)
                .containsEntry(9, 0L);
        assertThat(rows.get(4).counts().options()).isEqualTo(Map.of(1, 2L, 2, 0L, 3, 0L, 4, 0L, 5, 1L));
        assertThat(rows.subList(1, 5))
                .allMatch(row ->
                        row.counts().index().isEmpty() && row.counts().faces().isEmpty());
    }

    @Test
    void locationWithoutResponsesShowsTheScaleItAsks() {
        publishFiveFaces("kirjastot");
        assertThat(rows("paakirjasto", Grain.TOTAL, By.BRANCH)
                        .getFirst()
                        .counts()
                        .options())
                .hasSize(5);
        assertThat(rows("uimahalli", Grain.TOTAL, By.BRANCH).getFirst().counts().options())
                .hasSize(4);
    }

    @Test
    void unknownQuestionGetsItsScoreOnceAQuestionnaireNamesIt() throws Exception {
        press(hall, "five@1", NOON_IN_HELSINKI, 1);
        assertThat(rows("uimahalli", Grain.TOTAL, By.BRANCH).getFirst().counts().index())
                .isEmpty();
        publishFiveFaces("uimahalli");
        assertThat(rows("uimahalli", Grain.TOTAL, By.BRANCH).getFirst().counts().index())
                .hasValue(100);
    }

    @Test
    void hoursAreTheLocationsOwnAlsoInHalfHourZones() throws Exception {
        String east = town.terminalId("kirjasto-ita");
        press(east, "service@1", Instant.parse("2026-11-20T10:20:00Z"), 1);
        press(main, "service@1", Instant.parse("2026-11-20T10:20:00Z"), 1);
        assertThat(rows("kirjasto-ita", Grain.HOUR, By.BRANCH))
                .extracting(ResultRow::start)
                .containsExactly(LocalDateTime.parse("2026-11-20T16:00"));
        assertThat(rows("kaupunki", Grain.HOUR, By.BRANCH))
                .extracting(ResultRow::start)
                .containsExactly(LocalDateTime.parse("2026-11-20T12:00"), LocalDateTime.parse("2026-11-20T16:00"));
    }

    @Test
    void daysAreTheLocationsOwn() throws Exception {
        press(main, "service@1", Instant.parse("2026-11-19T22:30:00Z"), 1);
        assertThat(rows("paakirjasto", Grain.DAY, By.BRANCH)).hasSize(1);
        press(hall, "service@1", Instant.parse("2026-11-20T02:30:00Z"), 1);
        assertThat(rows("uimahalli", Grain.DAY, By.BRANCH)).isEmpty();
    }

    @Test
    void weeksBeginOnMondayAndAreCutToTheDaysAskedFor() throws Exception {
        for (int day = 0; day < 20; day++) {
            press(main, "service@1", NOON_IN_HELSINKI.minus(Duration.ofDays(day)), 1);
        }
        List<ResultRow> rows = rows("paakirjasto", Grain.WEEK, By.BRANCH, "2026-11-05", "2026-11-20");
        assertThat(rows)
                .extracting(row -> row.start().toLocalDate() + " " + row.end().toLocalDate() + " "
                        + row.counts().total())
                .containsExactly("2026-11-05 2026-11-09 4", "2026-11-09 2026-11-16 7", "2026-11-16 2026-11-21 5");
        assertThat(rows("paakirjasto", Grain.MONTH, By.BRANCH, "2026-10-01", "2026-12-31"))
                .extracting(
                        row -> row.start().toLocalDate() + " " + row.counts().total())
                .containsExactly("2026-11-01 20");
    }

    @Test
    void everySeriesOfATimeGrainComesInOrder() throws Exception {
        press(hall, "service@1", NOON_IN_HELSINKI, 1);
        press(main, "service@1", NOON_IN_HELSINKI, 1);
        press(main, "service@1", NOON_IN_HELSINKI.minus(Duration.ofDays(1)), 2);
        assertThat(rows("kaupunki", Grain.DAY, By.LOCATION, "2026-11-19", "2026-11-20"))
                .extracting(row -> row.location() + " " + row.start().getDayOfMonth())
                .containsExactly(
                        "kaupunki 19",
                        "kaupunki 20",
                        "kirjastot 19",
                        "kirjastot 20",
                        "paakirjasto 19",
                        "paakirjasto 20",
                        "uimahalli 20");
    }

    @Test
    void unknownLocationHasNoRows() {
        assertThat(rows("missing", Grain.TOTAL, By.BRANCH)).isEmpty();
    }
}
