package hymio.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.Batches;
import hymio.server.TestServer;
import hymio.server.TestServer.Answer;
import hymio.server.TestServer.Enrolled;
import hymio.wire.Batch;
import hymio.wire.Golden;
import hymio.wire.Heartbeat;
import hymio.wire.Limits;
import hymio.wire.Receipt;
import hymio.wire.TerminalInfo;
import hymio.wire.TerminalList;
import hymio.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchApiTest {
    private static TestServer server;

    private final UUID journal = UUID.randomUUID();
    private Enrolled terminal;

    @BeforeAll
    static void start() throws IOException {
        server = new TestServer();
        server.location("kaupunki", "", "Europe/Helsinki");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void enrol() {
        terminal = server.enrolled("kaupunki");
    }

    private TerminalInfo info() {
        return server.get(Wire.TERMINALS).as(TerminalList.class).terminals().stream()
                .filter(info -> info.id().equals(terminal.id()))
                .findFirst()
                .orElseThrow();
    }

    private String json(Batch batch) {
        return new String(server.codec.write(batch), StandardCharsets.UTF_8);
    }

    private String json() {
        return json(Batches.of(journal, Batches.response(1, 1), Batches.response(2, 4)));
    }

    private void assertRefused(Answer answer, int status, String word) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(word);
        assertThat(answer.detail()).isNotBlank();
        assertThat(info().received()).isZero();
    }

    @Test
    void batchIsStoredAndItsReceiptNamesEveryNumber() {
        Answer answer = server.send(
                terminal, Batches.of(journal, Batches.response(1, 1), Batches.response(2, 2), Batches.response(5, 4)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Receipt receipt = answer.as(Receipt.class);
        assertThat(receipt.journal()).isEqualTo(journal);
        assertThat(receipt.settled()).containsExactly(new Receipt.Range(1, 2), new Receipt.Range(5, 5));
        assertThat(receipt.conflicts()).isEmpty();
        assertThat(receipt.serverMillis()).isEqualTo(server.clock.millis());
        assertThat(receipt.waitSeconds()).isEqualTo(20);
        assertThat(info().received()).isEqualTo(3);
        assertThat(info().minted()).isEqualTo(5);
    }

    @Test
    void goldenBatchOfVersion1IsStored() throws IOException {
        Answer answer = server.sendRaw(terminal, server.codec.gzip(Golden.v1("batch")));
        assertThat(answer.as(Receipt.class).settled())
                .containsExactly(new Receipt.Range(5, 6), new Receipt.Range(8, 8));
        assertThat(info().problems()).containsExactly("gpio-absent");
        assertThat(info().pending()).isEqualTo(3);
    }

    @Test
    void goldenVisitOfVersion1IsStored() throws IOException {
        Answer answer = server.sendRaw(terminal, server.codec.gzip(Golden.v1("batch-visit")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.as(Receipt.class).settled()).containsExactly(new Receipt.Range(11, 19));
        assertThat(info().received()).isEqualTo(9);
        assertThat(info().refused()).map(Heartbeat.Refusal::config).contains("c2");
    }

    @Test
    void takeBackOfSomethingElseIsRefusedAndNamed() {
        Answer answer =
                server.sendPlain(terminal, json().replace("\"option\":4", "\"visit\":1,\"option\":4,\"takesBack\":1"));
        assertRefused(answer, 422, "bad-value");
        assertThat(answer.detail())
                .isEqualTo("responses[1].takesBack must name a response of the same visit, question and option");
    }

    @Test
    void plainBodyAndEmptyBatchAreTaken() {
        assertThat(server.sendPlain(terminal, json(Batches.of(journal))).status())
                .isEqualTo(200);
        assertThat(info().lastSeen()).isEqualTo(server.clock.instant().toString());
    }

    @Test
    void sameBatchAgainIsSettledAgainAndCountedOnce() {
        Batch batch = Batches.of(journal, Batches.response(1, 1), Batches.response(2, 2));
        Receipt first = server.send(terminal, batch).as(Receipt.class);
        Receipt second = server.send(terminal, batch).as(Receipt.class);
        assertThat(second.settled()).isEqualTo(first.settled());
        assertThat(second.conflicts()).isEmpty();
        assertThat(info().received()).isEqualTo(2);
    }

    @Test
    void numberSeenWithOtherContentIsAConflictAndTheRestIsStored() {
        server.send(terminal, Batches.of(journal, Batches.response(1, 1), Batches.response(2, 2)));
        Batch cloned = Batches.of(journal, Batches.response(1, 1), Batches.response(2, 4), Batches.response(3, 3));
        for (int i = 0; i < 2; i++) {
            Receipt receipt = server.send(terminal, cloned).as(Receipt.class);
            assertThat(receipt.settled()).containsExactly(new Receipt.Range(1, 1), new Receipt.Range(3, 3));
            assertThat(receipt.conflicts()).containsExactly(2L);
        }
        assertThat(info().received()).isEqualTo(3);
        assertThat(info().conflicts()).isEqualTo(1);
    }

    @Test
    void unknownFieldsAreIgnored() {
        String newer = json().replaceFirst("\\{", "{\"mood\":{\"deep\":[1,2]},");
        assertThat(server.sendPlain(terminal, newer).status()).isEqualTo(200);
        assertThat(info().received()).isEqualTo(2);
    }

    @Test
    void unknownQuestionIsTakenAndCounted() {
        String other = json().replace("service@1", "parking@7");
        assertThat(server.sendPlain(terminal, other).status()).isEqualTo(200);
        assertThat(info().received()).isEqualTo(2);
    }

    @Test
    void notJsonIsRefused() {
        for (String broken : List.of("", "{", "null", "nonsense", json() + "x")) {
            assertRefused(server.sendPlain(terminal, broken), 400, "bad-message");
        }
    }

    @Test
    void notGzipIsRefused() {
        byte[] packed = server.codec.gzip(json().getBytes(StandardCharsets.UTF_8));
        assertRefused(server.sendRaw(terminal, json().getBytes(StandardCharsets.UTF_8)), 400, "bad-message");
        assertRefused(server.sendRaw(terminal, Arrays.copyOf(packed, packed.length / 2)), 400, "bad-message");
    }

    @Test
    void wrongTypesAndMissingFieldsAreRefusedAndNamed() {
        Answer type = server.sendPlain(terminal, json().replace("\"option\":4", "\"option\":\"4\""));
        assertRefused(type, 400, "bad-message");
        assertThat(type.detail()).contains("responses[1].option");
        Answer missing = server.sendPlain(terminal, json().replaceFirst(",\"heartbeat\":\\{[^}]*\\}", ""));
        assertRefused(missing, 400, "bad-message");
        assertThat(missing.detail()).contains("heartbeat");
    }

    @Test
    void numbersOutOfRangeAreRefusedAndNamed() {
        Answer answer = server.sendPlain(terminal, json().replace("\"option\":4", "\"option\":100"));
        assertRefused(answer, 422, "bad-value");
        assertThat(answer.detail()).contains("responses[1].option must be from 0 to 99");
        assertRefused(server.sendPlain(terminal, json().replace("\"last\":2", "\"last\":1")), 422, "bad-value");
    }

    @Test
    void unknownWireVersionIsRefused() {
        for (String version : List.of("2", "", "1.0")) {
            assertRefused(
                    server.send(server.terminal(Wire.BATCHES, terminal.bearer())
                            .header(Wire.VERSION_HEADER, version)
                            .post(RequestBody.create(json(), MediaType.get(Wire.JSON)))
                            .build()),
                    400,
                    "wire-version");
        }
        assertRefused(
                server.send(server.request(Wire.BATCHES)
                        .post(RequestBody.create(json(), MediaType.get(Wire.JSON)))
                        .build()),
                400,
                "wire-version");
    }

    @Test
    void wrongSecretUnknownTerminalAndNoTokenLookTheSame() {
        String id = terminal.id();
        for (String bearer : List.of(id + ".wrong", "t-nobody." + "x".repeat(43), id, "", terminal.bearer() + "x")) {
            assertRefused(server.sendPlain(new Enrolled(id, bearer), json()), 401, "not-signed-in");
        }
        Answer none = server.send(server.terminal(Wire.BATCHES, null)
                .post(RequestBody.create(json(), MediaType.get(Wire.JSON)))
                .build());
        assertRefused(none, 401, "not-signed-in");
        assertThat(none.headers().get("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void revokedTerminalIsRefused() {
        server.post(Wire.TERMINALS + "/" + terminal.id() + "/revoke", "");
        assertRefused(server.sendPlain(terminal, json()), 403, "terminal-revoked");
    }

    @Test
    void journalOfAnotherTerminalIsRefused() {
        server.send(terminal, Batches.of(journal, Batches.response(1, 1)));
        terminal = server.enrolled("kaupunki");
        Answer answer = server.sendPlain(terminal, json());
        assertRefused(answer, 409, "journal-taken");
        assertThat(answer.detail()).contains(journal.toString());
    }

    @Test
    void otherMediaTypesAreRefused() {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/jsonx")) {
            assertRefused(
                    server.send(server.terminal(Wire.BATCHES, terminal.bearer())
                            .post(RequestBody.create(json().getBytes(StandardCharsets.UTF_8), MediaType.get(type)))
                            .build()),
                    415,
                    "media-type");
        }
        assertRefused(
                server.send(server.terminal(Wire.BATCHES, terminal.bearer())
                        .header("Content-Encoding", "br")
                        .post(RequestBody.create(json(), MediaType.get(Wire.JSON)))
                        .build()),
                415,
                "media-type");
    }

    @Test
    void bodyTooLargeIsRefused() {
        assertRefused(server.sendPlain(terminal, " ".repeat(Limits.BODY_BYTES) + json()), 413, "too-large");
    }

    @Test
    void bodyThatUnpacksTooLargeIsRefused() {
        byte[] bomb = server.codec.gzip(new byte[Limits.UNPACKED_BYTES + 1]);
        assertThat(bomb.length).isLessThan(Limits.BODY_BYTES);
        assertRefused(server.sendRaw(terminal, bomb), 413, "too-large");
    }

    /** Without a length the server must stop reading by itself: the client sends for ever. */
    @Test
    void endlessBodyIsRefusedAfterTheLimit() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + Wire.BATCHES + " HTTP/1.1\r\nHost: localhost\r\nWire-Version: 1\r\n"
                            + "Authorization: Bearer " + terminal.bearer() + "\r\nContent-Type: application/json\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < Limits.BODY_BYTES / 0x10000 + 1; i++) {
                out.write(chunk);
            }
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
        assertThat(info().received()).isZero();
    }
}
