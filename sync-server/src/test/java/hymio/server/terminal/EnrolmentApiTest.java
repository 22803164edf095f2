package hymio.server.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.TestServer;
import hymio.server.TestServer.Answer;
import hymio.wire.Enrolment;
import hymio.wire.EnrolmentCode;
import hymio.wire.Golden;
import hymio.wire.TerminalInfo;
import hymio.wire.TerminalList;
import hymio.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnrolmentApiTest {
    private static final String SECRET = "s".repeat(43);
    private static final String OTHER_SECRET = "o".repeat(43);

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        server.location("paakirjasto", "", "Europe/Helsinki");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<TerminalInfo> terminals() {
        return server.get(Wire.TERMINALS).as(TerminalList.class).terminals();
    }

    private static void assertProblem(Answer answer, int status, String word) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(word);
        assertThat(answer.detail()).isNotBlank();
    }

    @Test
    void codeIsReadableAndValidForSevenDays() {
        EnrolmentCode code = server.post(Wire.CODES, Map.of("location", "paakirjasto", "name", "Aula"))
                .as(EnrolmentCode.class);
        assertThat(code.code()).matches("[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}");
        assertThat(Instant.parse(code.expires()))
                .isEqualTo(server.clock.instant().plus(Duration.ofDays(7)));
    }

    @Test
    void codeBecomesATerminalHoweverItIsTyped() {
        String code = server.code("paakirjasto", "Aula");
        Answer answer = server.enrol(" " + code.toLowerCase(Locale.ROOT).replace("-", " "), SECRET);
        assertThat(answer.status()).isEqualTo(201);
        Enrolment enrolment = answer.as(Enrolment.class);
        assertThat(enrolment.terminal()).matches("t-[a-hjkmnp-z2-9]{8}");
        assertThat(enrolment.name()).isEqualTo("Aula");
        assertThat(enrolment.location()).isEqualTo("paakirjasto");
        assertThat(terminals()).singleElement().satisfies(terminal -> {
            assertThat(terminal.id()).isEqualTo(enrolment.terminal());
            assertThat(terminal.location()).isEqualTo("paakirjasto");
            assertThat(terminal.enrolled()).isEqualTo("2026-11-22T10:00:00Z");
            assertThat(terminal.lastSeen()).isEmpty();
            assertThat(terminal.revoked()).isFalse();
        });
    }

    @Test
    void lostAnswerIsHealedByAskingAgainEvenAfterTheCodeExpired() {
        String code = server.code("paakirjasto", "Aula");
        Answer first = server.enrol(code, SECRET);
        server.clock.pass(Duration.ofDays(8));
        Answer again = server.enrol(code, SECRET);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(terminals()).hasSize(1);
    }

    @Test
    void usedCodeIsRefused() {
        String code = server.code("paakirjasto", "Aula");
        server.enrol(code, SECRET);
        assertProblem(server.enrol(code, OTHER_SECRET), 409, "code-used");
        assertThat(terminals()).hasSize(1);
    }

    @Test
    void expiredCodeIsRefused() {
        String code = server.code("paakirjasto", "Aula");
        server.clock.pass(Duration.ofDays(7));
        assertProblem(server.enrol(code, SECRET), 410, "code-expired");
        assertThat(terminals()).isEmpty();
    }

    @Test
    void unknownCodeIsRefused() throws IOException {
        assertProblem(server.enrol("ABCD-EFGH-JKLM", SECRET), 404, "code-unknown");
        Answer golden = server.send(server.terminal(Wire.ENROLMENTS, null)
                .post(RequestBody.create(Golden.v1("enrolment-request"), MediaType.get(Wire.JSON)))
                .build());
        assertProblem(golden, 404, "code-unknown");
    }

    @Test
    void guessingIsStoppedAndMayGoOnLater() {
        String code = server.code("paakirjasto", "Aula");
        for (int i = 0; i < FailureBudget.PER_NETWORK; i++) {
            assertProblem(server.enrol("AAAA-BBBB-CCC" + (char) ('A' + i), SECRET), 404, "code-unknown");
        }
        Answer stopped = server.enrol(code, SECRET);
        assertProblem(stopped, 429, "too-many");
        long wait = Long.parseLong(stopped.headers().get("Retry-After"));
        assertThat(wait).isBetween(1L, 601L);
        server.clock.pass(Duration.ofSeconds(wait));
        assertThat(server.enrol(code, SECRET).status()).isEqualTo(201);
    }

    @Test
    void weakSecretAndMissingVersionAreRefused() {
        assertProblem(server.enrol(server.code("paakirjasto", "Aula"), "short"), 422, "bad-value");
        Answer version = server.send(server.request(Wire.ENROLMENTS)
                .post(RequestBody.create("{}", MediaType.get(Wire.JSON)))
                .build());
        assertProblem(version, 400, "wire-version");
    }

    @Test
    void codeForAnUnknownLocationOrWithoutANameIsRefused() {
        assertProblem(server.post(Wire.CODES, Map.of("location", "nowhere", "name", "Aula")), 404, "not-found");
        assertProblem(server.post(Wire.CODES, Map.of("location", "paakirjasto", "name", " ")), 422, "bad-value");
    }

    @Test
    void revokedTerminalStaysListedAndCannotComeBackWithItsCode() {
        String code = server.code("paakirjasto", "Aula");
        String id = server.enrol(code, SECRET).as(Enrolment.class).terminal();
        for (int i = 0; i < 2; i++) {
            Answer answer = server.post(Wire.TERMINALS + "/" + id + "/revoke", "");
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.bytes()).isEmpty();
        }
        assertThat(terminals()).singleElement().matches(TerminalInfo::revoked);
        assertProblem(server.enrol(code, SECRET), 403, "terminal-revoked");
        assertProblem(
                server.send(server.terminal(Wire.CONFIG, id + "." + SECRET).build()), 403, "terminal-revoked");
        assertProblem(server.post(Wire.TERMINALS + "/t-nobody/revoke", ""), 404, "not-found");
    }
}
