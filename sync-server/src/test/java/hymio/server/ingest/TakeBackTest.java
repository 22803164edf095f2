package hymio.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.Batches;
import hymio.server.TestClock;
import hymio.server.Town;
import hymio.wire.Batch;
import hymio.wire.Heartbeat;
import hymio.wire.Response;
import hymio.wire.Response.Extra;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Take-backs, misuse and comments: all are stored, and the tallies hold what counts. */
class TakeBackTest {
    private static final String ALL = "select coalesce(sum(n), 0) from tally_day";

    @TempDir
    Path folder;

    private final UUID journal = UUID.randomUUID();
    private Town town;
    private IngestLoop loop;
    private long terminal;

    @BeforeEach
    void open() {
        town = new Town(folder);
        loop = new IngestLoop(town.db, 10);
        terminal = town.terminal("paakirjasto");
    }

    @AfterEach
    void close() {
        assertThat(town.tallies()).isEqualTo(town.recount());
        assertThat(town.one("select coalesce(sum(received), 0) from journal")).isEqualTo(town.count("response"));
        loop.close();
        town.close();
    }

    private IngestOutcome send(Response... responses) throws Exception {
        return send(Batches.of(journal, responses));
    }

    private IngestOutcome send(Batch batch) throws Exception {
        return loop.offer(terminal, batch, new Arrival.Now(town.clock.millis()), Duration.ofSeconds(10))
                .orElseThrow()
                .get();
    }

    private static Response press(long number) {
        return Batches.response(number, 1);
    }

    private static Response with(long number, long visit, int option, Extra extra) {
        return new Response(number, visit, "service@1", option, Batches.at(TestClock.START), extra);
    }

    private static Response back(long number, long target) {
        return with(number, target, 1, Extra.takingBack(target));
    }

    private static void refused(IngestOutcome outcome, String field, String why) {
        assertThat(outcome).isInstanceOf(IngestOutcome.Refused.class);
        assertThat(((IngestOutcome.Refused) outcome).field()).isEqualTo(field);
        assertThat(((IngestOutcome.Refused) outcome).why()).contains(why);
    }

    @Test
    void takenBackInTheSameBatchCountsNothing() throws Exception {
        send(press(1), press(2), back(3, 2));
        assertThat(town.one(ALL)).isEqualTo(1);
        assertThat(town.count("response")).isEqualTo(3);
    }

    @Test
    void takenBackInALaterBatchIsTakenFromItsOwnPlaceHourAndDay() throws Exception {
        Instant earlier = TestClock.START.minus(Duration.ofDays(40));
        town.assign(terminal, earlier.minusSeconds(60).toEpochMilli(), "uimahalli");
        town.assign(terminal, earlier.plusSeconds(60).toEpochMilli(), "paakirjasto");
        send(Batches.response(1, 1, earlier));
        assertThat(town.one("select count(*) from tally_hour t join location l on l.num = t.location"
                        + " where l.id = 'uimahalli'"))
                .isEqualTo(1);
        send(back(2, 1));
        assertThat(town.count("tally_hour")).isZero();
        assertThat(town.count("tally_day")).isZero();
    }

    @Test
    void takeBackMayComeBeforeItsResponse() throws Exception {
        send(back(2, 1));
        assertThat(town.one(ALL)).isZero();
        send(press(1), press(3));
        assertThat(town.one(ALL)).isEqualTo(1);
    }

    @Test
    void takeBackWithoutItsResponseTakesNothing() throws Exception {
        send(press(1), press(2));
        send(back(9, 7));
        send(back(9, 7));
        assertThat(town.one(ALL)).isEqualTo(2);
    }

    @Test
    void takenBackTwiceOrSentAgainIsTakenOnce() throws Exception {
        send(press(1), press(2));
        for (int i = 0; i < 3; i++) {
            assertThat(send(back(3, 1), back(4, 1))).isInstanceOf(IngestOutcome.Stored.class);
        }
        send(back(5, 1));
        assertThat(town.one(ALL)).isEqualTo(1);
    }

    @Test
    void responseAndTakeBackInBatchesOfOneCommitCountNothing() throws Exception {
        var first = loop.offer(
                terminal, Batches.of(journal, press(1)), new Arrival.Now(town.clock.millis()), Duration.ofSeconds(1));
        var second = loop.offer(
                terminal, Batches.of(journal, back(2, 1)), new Arrival.Now(town.clock.millis()), Duration.ofSeconds(1));
        first.orElseThrow().get();
        second.orElseThrow().get();
        assertThat(town.count("tally_hour")).isZero();
    }

    @Test
    void takeBackThatItsResponseContradictsIsRefusedAndNamed() throws Exception {
        String why = "same visit, question and option";
        refused(send(press(1), with(2, 1, 3, Extra.takingBack(1))), "responses[1].takesBack", why);
        refused(send(press(1), with(2, 2, 1, Extra.takingBack(1))), "responses[1].takesBack", why);
        Response other = new Response(2, 1, "other@1", 1, Batches.at(TestClock.START), Extra.takingBack(1));
        refused(send(press(1), other), "responses[1].takesBack", why);
        assertThat(town.count("response")).isZero();
        send(press(1));
        refused(send(press(3), with(4, 1, 2, Extra.takingBack(1))), "responses[1].takesBack", why);
        assertThat(town.count("response")).isEqualTo(1);
    }

    @Test
    void takeBackOfATakeBackIsRefused() throws Exception {
        refused(send(press(1), back(2, 1), with(3, 1, 1, Extra.takingBack(2))), "responses[2].takesBack", "another");
        send(press(1), back(2, 1));
        refused(send(with(3, 1, 1, Extra.takingBack(2))), "responses[0].takesBack", "another");
    }

    @Test
    void contradictionFoundLaterTakesNothing() throws Exception {
        send(with(5, 1, 4, Extra.takingBack(1)));
        assertThat(send(press(1), with(5, 1, 4, Extra.takingBack(1)))).isInstanceOf(IngestOutcome.Stored.class);
        assertThat(town.one(ALL)).isEqualTo(1);
    }

    /** A cloned card: number 1 came first with another option, and the clone takes its own number 1 back. */
    @Test
    void responseKeptAsideIsNotTheOneTakenBack() throws Exception {
        send(with(1, 1, 4, Extra.NONE));
        assertThat(((IngestOutcome.Stored) send(press(1))).conflicts()).containsExactly(1L);
        refused(send(back(2, 1)), "responses[0].takesBack", "same visit, question and option");
        assertThat(town.one(ALL)).isEqualTo(1);
    }

    @Test
    void misuseIsStoredAndNotTallied() throws Exception {
        send(press(1), with(2, 1, 3, Extra.misused(1)));
        assertThat(town.count("response")).isEqualTo(2);
        assertThat(town.one(ALL)).isEqualTo(1);
        send(with(3, 1, 3, Extra.takingBack(2)));
        assertThat(town.one(ALL)).isEqualTo(1);
        assertThat(town.one("select misuse from extra where number = 2")).isEqualTo(1);
    }

    @Test
    void commentIsStoredOnceAndTalliedAsOptionZero() throws Exception {
        Response comment =
                new Response(2, 1, "avoin@1", 0, Batches.at(TestClock.START), Extra.commented("Kiitos, 100 % hyvää"));
        send(press(1), comment);
        send(press(1), comment);
        assertThat(town.one("select count(*) from comment where text = 'Kiitos, 100 % hyvää'"))
                .isEqualTo(1);
        assertThat(town.one("select n from tally_day t join question q on q.num = t.question"
                        + " where q.key = 'avoin@1' and option = 0"))
                .isEqualTo(1);
        assertThat(town.count("extra")).isZero();
    }

    @Test
    void numberWithAnotherExtraIsAConflictAndKeptAsideWhole() throws Exception {
        List<Extra> extras =
                List.of(Extra.NONE, Extra.misused(1), Extra.misused(2), Extra.commented("a"), Extra.commented("b"));
        send(press(1), with(2, 1, 1, Extra.takingBack(1)));
        for (Extra extra : extras) {
            for (int i = 0; i < 2; i++) {
                assertThat(((IngestOutcome.Stored) send(with(2, 1, 1, extra))).conflicts())
                        .containsExactly(2L);
            }
        }
        assertThat(town.count("conflict")).isEqualTo(extras.size());
        assertThat(town.one("select count(*) from conflict where misuse = 2 or comment = 'b'"))
                .isEqualTo(2);
        assertThat(town.count("comment")).isZero();
        assertThat(town.one(ALL)).isZero();
    }

    @Test
    void refusedConfigOfTheHeartbeatIsKnownUntilItIsTakenUp() throws Exception {
        Heartbeat refusing = new Heartbeat(
                "0.2.0", "c1", 0, List.of(), Optional.of(new Heartbeat.Refusal("c2", "answers.kind is new")));
        send(new Batch(journal, 0, Batches.at(TestClock.START), List.of(), refusing));
        assertThat(town.terminals.list().getFirst().refused())
                .contains(new Heartbeat.Refusal("c2", "answers.kind is new"));
        send(new Batch(journal, 0, Batches.at(TestClock.START), List.of(), Batches.WELL));
        assertThat(town.terminals.list().getFirst().refused()).isEmpty();
    }

    /** Whatever a terminal has sent in years, a batch costs one step into an index, not a walk through the table. */
    @Test
    @Tag("sqlite")
    void lookForTakeBacksUsesTheIndex() {
        List<String> plan = town.db.read(handle -> handle.createQuery("explain query plan "
                        + TakeBacks.TAKEN
                                .replaceFirst("\\?", "1")
                                .replaceFirst("\\?", "2")
                                .replaceFirst("\\?", "3"))
                .map((row, context) -> row.getString("detail"))
                .list());
        assertThat(plan).anyMatch(it -> it.contains("extra_takes_back")).noneMatch(it -> it.startsWith("SCAN"));
    }
}
