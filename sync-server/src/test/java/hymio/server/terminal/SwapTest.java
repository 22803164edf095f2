package hymio.server.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.Batches;
import hymio.server.TestServer;
import hymio.server.TestServer.Answer;
import hymio.server.TestServer.Enrolled;
import hymio.wire.Enrolment;
import hymio.wire.EnrolmentCode;
import hymio.wire.TerminalInfo;
import hymio.wire.TerminalList;
import hymio.wire.UnitInfo;
import hymio.wire.UnitInfo.Came;
import hymio.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another machine takes over a terminal. */
class SwapTest {
    private static final String NEW_SECRET = "n".repeat(43);

    private TestServer server;
    private Enrolled before;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        server.location("aula", "", "Europe/Helsinki");
        before = server.enrolled("aula");
        server.clock.pass(Duration.ofDays(30));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String codes() {
        return Wire.TERMINALS + "/" + before.id() + "/codes";
    }

    private String code() {
        Answer answer = server.post(codes(), "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.as(EnrolmentCode.class).code();
    }

    private Enrolled swapped(String secret) {
        Answer answer = server.enrol(code(), secret);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String id = answer.as(Enrolment.class).terminal();
        return new Enrolled(id, id + "." + secret);
    }

    private TerminalInfo info() {
        List<TerminalInfo> all =
                server.get(Wire.TERMINALS).as(TerminalList.class).terminals();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static void assertProblem(Answer answer, int status, String word) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(word);
        assertThat(answer.detail()).isNotBlank();
    }

    @Test
    void newMachineGetsIdNameAndPlaceAndTheOldOneIsToldThatItWasReplaced() {
        Enrolled now = swapped(NEW_SECRET);
        assertThat(now.id()).isEqualTo(before.id());
        assertThat(server.send(now, Batches.of(UUID.randomUUID(), Batches.response(1, 1)))
                        .status())
                .isEqualTo(200);
        assertProblem(
                server.send(before, Batches.of(UUID.randomUUID(), Batches.response(1, 1))), 403, "terminal-replaced");
        assertProblem(server.send(server.terminal(Wire.CONFIG, before.bearer()).build()), 403, "terminal-replaced");
        assertProblem(
                server.send(server.terminal(Wire.CONFIG, before.id() + ".wrong").build()), 401, "not-signed-in");
        assertThat(info().name()).isEqualTo("Terminal at aula");
        assertThat(info().location()).isEqualTo("aula");
        assertThat(info().received()).isEqualTo(1);
    }

    @Test
    void seriesCanShowWhenTheMachineWasChanged() {
        swapped(NEW_SECRET);
        assertThat(info().units())
                .extracting(UnitInfo::since, UnitInfo::came)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2026-11-22T10:00:00Z", Came.ENROLLED),
                        org.assertj.core.groups.Tuple.tuple("2026-12-22T10:00:00Z", Came.SWAPPED));
        assertThat(info().enrolled()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(server.get(Wire.TERMINALS).text()).contains("\"came\":\"swapped\"");
    }

    @Test
    void lostAnswerIsHealedUntilYetAnotherMachineTakesOver() {
        String code = code();
        Answer first = server.enrol(code, NEW_SECRET);
        Answer again = server.enrol(code, NEW_SECRET);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(info().units()).hasSize(2);
        assertProblem(server.enrol(code, "o".repeat(43)), 409, "code-used");
        swapped("t".repeat(43));
        assertProblem(server.enrol(code, NEW_SECRET), 403, "terminal-replaced");
    }

    @Test
    void everyFormerMachineIsToldThatItWasReplaced() {
        Enrolled second = swapped(NEW_SECRET);
        swapped("t".repeat(43));
        assertProblem(server.send(server.terminal(Wire.CONFIG, second.bearer()).build()), 403, "terminal-replaced");
        assertProblem(server.send(server.terminal(Wire.CONFIG, before.bearer()).build()), 403, "terminal-replaced");
    }

    @Test
    void revokedAndUnknownTerminalsGetNoCode() {
        String made = code();
        server.post(Wire.TERMINALS + "/" + before.id() + "/revoke", "");
        assertProblem(server.post(codes(), ""), 403, "terminal-revoked");
        assertProblem(server.enrol(made, NEW_SECRET), 403, "terminal-revoked");
        assertProblem(server.post(Wire.TERMINALS + "/t-nobody/codes", ""), 404, "not-found");
        assertThat(info().units()).hasSize(1);
    }

    @Test
    void codeExpiresAsAnyOther() {
        String code = code();
        server.clock.pass(Duration.ofDays(7));
        assertProblem(server.enrol(code, NEW_SECRET), 410, "code-expired");
        assertThat(server.send(before, Batches.of(UUID.randomUUID())).status()).isEqualTo(200);
    }
}
