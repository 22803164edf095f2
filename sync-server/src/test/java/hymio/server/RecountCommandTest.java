package hymio.server;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.ingest.Arrival;
import hymio.server.ingest.IngestLoop;
import hymio.wire.Batch;
import hymio.wire.Response;
import hymio.wire.Response.Extra;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecountCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private Town town;

    /** Presses at two places with a gap, a conflict, a take-back and misuse. */
    @BeforeEach
    void press() throws Exception {
        town = new Town(folder);
        try (IngestLoop loop = new IngestLoop(town.db, 10)) {
            for (String place : List.of("paakirjasto", "kirjasto-ita")) {
                long terminal = town.terminal(place);
                UUID journal = UUID.randomUUID();
                send(loop, terminal, Batches.of(journal, Batches.response(1, 1), Batches.response(2, 2)));
                send(loop, terminal, Batches.of(journal, Batches.response(2, 3), Batches.response(5, 4)));
                send(loop, terminal, Batches.of(journal, with(6, 5, 4, Extra.takingBack(5))));
                send(loop, terminal, Batches.of(journal, with(7, 7, 1, Extra.misused(1)), Batches.response(8, 1)));
            }
        }
    }

    @AfterEach
    void close() {
        town.close();
    }

    private static Response with(long number, long visit, int option, Extra extra) {
        return new Response(number, visit, "service@1", option, Batches.at(TestClock.START), extra);
    }

    private void send(IngestLoop loop, long terminal, Batch batch) throws Exception {
        loop.offer(terminal, batch, new Arrival.Now(town.clock.millis()), Duration.ofSeconds(10))
                .orElseThrow()
                .get();
    }

    private int recount(String... options) {
        List<String> arguments = new ArrayList<>(List.of("admin"));
        arguments.addAll(TestDatabase.arguments(folder));
        arguments.add("recount");
        arguments.addAll(List.of(options));
        PrintWriter to = new PrintWriter(out, true);
        return ServerMain.commandLine(to, to, new TestClock()).execute(arguments.toArray(String[]::new));
    }

    @Test
    void rightCountsAgree() {
        assertThat(recount()).as(out.toString()).isZero();
        assertThat(out.toString()).contains("0 differences", "All standing counts agree");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update tally_hour set n = n + 1",
                "delete from tally_day",
                "insert into tally_hour (location, question, hour, terminal, option, n) values (1, 1, 7, 1, 1, 3)",
                "insert into tally_day (location, question, day, terminal, option, n) values (9, 9, 7, 99, 1, 3)",
                "update tally_arrival set received = received - 1, missing = missing + 1",
                "insert into tally_arrival values (1, 7, 1, 2, 0, 0)",
                "insert into tally_estimated values (1, 7, 1, 2)",
                "delete from gap",
                "update gap set day = day + 1",
                "update journal set received = received + 2"
            })
    void wrongCountIsToldAndRepairedOnlyWhenAsked(String damage) {
        town.db.change(handle -> handle.execute(damage));
        assertThat(recount()).isEqualTo(1);
        assertThat(out.toString()).contains(": stands ", ", counted ", "--repair");
        assertThat(recount()).as("nothing was changed").isEqualTo(1);

        assertThat(recount("--repair")).isZero();
        assertThat(out.toString()).contains("put right");
        assertThat(recount()).isZero();
        assertThat(town.tallies()).isEqualTo(town.recount());
        assertThat(town.one("select sum(received) from journal")).isEqualTo(town.count("response"));
    }

    @Test
    void whatCameLateHealsAGapThatWasRepaired() throws Exception {
        town.db.change(handle -> handle.execute("delete from gap"));
        assertThat(recount("--repair")).isZero();
        assertThat(town.one("select sum(last - first + 1) from gap")).isEqualTo(4);
    }
}
