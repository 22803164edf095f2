package hymio.server.carry;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.Batches;
import hymio.server.TestClock;
import hymio.server.TestServer;
import hymio.server.TestServer.Answer;
import hymio.server.TestServer.Enrolled;
import hymio.server.access.Secrets;
import hymio.wire.Batch;
import hymio.wire.Bundle;
import hymio.wire.BundleFile;
import hymio.wire.BundleReceipt;
import hymio.wire.Enrolment;
import hymio.wire.EnrolmentCode;
import hymio.wire.Heartbeat;
import hymio.wire.Limits;
import hymio.wire.PressTime;
import hymio.wire.Response;
import hymio.wire.TerminalInfo;
import hymio.wire.TerminalList;
import hymio.wire.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BundleApiTest {
    private final UUID journal = UUID.randomUUID();
    private TestServer server;
    private Enrolled terminal;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        server.location("aula", "", "Europe/Helsinki");
        terminal = server.enrolled("aula");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] secretHash(Enrolled who) {
        return Secrets.hash(who.bearer().substring(who.id().length() + 1));
    }

    private byte[] file(Enrolled who, Batch... batches) {
        byte[] packed = server.codec.gzip(server.codec.write(new Bundle(who.id(), List.of(batches))));
        return BundleFile.sign(who.id(), secretHash(who), packed).bytes();
    }

    private static Batch batch(UUID journal, long first, long last) {
        return Batches.of(
                journal,
                LongStream.rangeClosed(first, last)
                        .mapToObj(number -> Batches.response(number, 1 + (int) (number % 4)))
                        .toArray(Response[]::new));
    }

    private BundleReceipt taken(byte[] file) {
        Answer answer = server.bundle(file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.as(BundleReceipt.class);
    }

    private BundleReceipt receipt(long stored, long known, long conflicts, long refused) {
        return new BundleReceipt(terminal.id(), stored, known, conflicts, refused);
    }

    private void refused(byte[] file, int status, String word) {
        Answer answer = server.bundle(file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(word);
        assertThat(answer.detail()).isNotBlank();
        assertThat(info(terminal).received()).isZero();
    }

    private TerminalInfo info(Enrolled who) {
        return server.get(Wire.TERMINALS).as(TerminalList.class).terminals().stream()
                .filter(it -> it.id().equals(who.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyResponseIsStoredOnceHoweverOftenTheFileComes() {
        byte[] file = file(terminal, batch(journal, 1, 5), batch(journal, 6, 7));
        assertThat(taken(file)).isEqualTo(receipt(7, 0, 0, 0));
        assertThat(taken(file)).isEqualTo(receipt(0, 7, 0, 0));
        assertThat(info(terminal).received()).isEqualTo(7);
    }

    @Test
    void anyOrderMixedWithTheNetworkGivesTheSame() {
        List<Runnable> ways = new ArrayList<>();
        UUID older = UUID.randomUUID();
        for (long first = 1; first <= 60; first += 10) {
            long from = first;
            ways.add(() -> taken(file(terminal, batch(journal, from, from + 14))));
            ways.add(() -> taken(file(terminal, batch(older, from, from + 11), batch(journal, from, from + 3))));
            ways.add(() -> server.send(terminal, batch(journal, from, from + 12)));
        }
        for (int seed = 0; seed < 3; seed++) {
            Collections.shuffle(ways, new Random(seed));
            ways.forEach(Runnable::run);
        }
        assertThat(info(terminal).received()).isEqualTo(65 + 62);
        assertThat(info(terminal).conflicts()).isZero();
    }

    @Test
    void oldBundleSaysNothingOfHowTheTerminalIsNow() {
        server.send(terminal, batch(journal, 3, 4));
        String seen = info(terminal).lastSeen();
        server.clock.pass(Duration.ofDays(3));
        Batch batch = batch(journal, 1, 2);
        Heartbeat then = new Heartbeat("0.0.1", "", 9, List.of("disk-low"), Optional.empty(), Optional.of("cccc"));
        taken(file(terminal, new Batch(journal, 2, batch.sent(), batch.responses(), then)));
        TerminalInfo now = info(terminal);
        assertThat(now.lastSeen()).isEqualTo(seen);
        assertThat(now.pending()).isZero();
        assertThat(now.problems()).isEmpty();
        assertThat(now.units()).singleElement().matches(unit -> unit.unit().isEmpty());
        assertThat(now.received()).isEqualTo(4);
    }

    @Test
    void conflictsAreCountedAndKeptAside() {
        server.send(terminal, Batches.of(journal, Batches.response(1, 1)));
        assertThat(taken(file(terminal, Batches.of(journal, Batches.response(1, 4), Batches.response(2, 1)))))
                .isEqualTo(receipt(1, 0, 1, 0));
        assertThat(info(terminal).conflicts()).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsLeftOutAndTheRestIsStored() {
        assertThat(taken(file(terminal, takeBacks(TakeBundle.IMPOSSIBLE), batch(UUID.randomUUID(), 1, 3))))
                .isEqualTo(receipt(4, 0, 0, TakeBundle.IMPOSSIBLE));
    }

    @Test
    void bundleFullOfWhatCannotBeIsRefusedAndNamed() {
        Answer answer = server.bundle(file(terminal, batch(journal, 500, 500), takeBacks(TakeBundle.IMPOSSIBLE + 1)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("bad-value");
        assertThat(answer.detail()).startsWith("batches[1].responses[1].takesBack must");
        assertThat(info(terminal).received()).isEqualTo(1);
    }

    /** One response, and so many that take it back though they answer something else. */
    private static Batch takeBacks(int impossible) {
        UUID journal = UUID.randomUUID();
        PressTime at = Batches.at(TestClock.START);
        List<Response> responses = new ArrayList<>(List.of(new Response(1, 1, "service@1", 1, at)));
        for (int i = 2; i < 2 + impossible; i++) {
            responses.add(new Response(i, 1, "service@1", 4, at, new Response.Extra(1, 0, "")));
        }
        return Batches.of(journal, responses.toArray(Response[]::new));
    }

    @Test
    void whatARevokedTerminalWroteIsTaken() {
        server.post(Wire.TERMINALS + "/" + terminal.id() + "/revoke", "");
        assertThat(server.send(terminal, batch(journal, 1, 1)).problem()).isEqualTo("terminal-revoked");
        assertThat(taken(file(terminal, batch(journal, 1, 3)))).isEqualTo(receipt(3, 0, 0, 0));
        assertThat(info(terminal).revoked()).isTrue();
    }

    @Test
    void whatTheMachineBeforeASwapStillHeldIsTaken() {
        for (int i = 0; i < 2; i++) {
            EnrolmentCode code = server.post(Wire.TERMINALS + "/" + terminal.id() + "/codes", "")
                    .as(EnrolmentCode.class);
            assertThat(server.enrol(code.code(), String.valueOf(i).repeat(43))
                            .as(Enrolment.class)
                            .terminal())
                    .isEqualTo(terminal.id());
        }
        assertThat(taken(file(terminal, batch(journal, 1, 3)))).isEqualTo(receipt(3, 0, 0, 0));
        Enrolled second = new Enrolled(terminal.id(), terminal.id() + "." + "0".repeat(43));
        assertThat(taken(file(second, batch(UUID.randomUUID(), 1, 1)))).isEqualTo(receipt(1, 0, 0, 0));
    }

    @Test
    void signatureOfAnotherTerminalIsRefused() {
        Enrolled other = server.enrolled("aula");
        byte[] packed = server.codec.gzip(server.codec.write(new Bundle(terminal.id(), List.of(batch(journal, 1, 1)))));
        refused(BundleFile.sign(terminal.id(), secretHash(other), packed).bytes(), 422, "bundle-signature");
    }

    @Test
    void damagedAndCutFilesAreRefused() {
        byte[] file = file(terminal, batch(journal, 1, 50));
        byte[] damaged = file.clone();
        damaged[file.length / 2] ^= 4;
        refused(damaged, 422, "bundle-signature");
        refused(Arrays.copyOf(file, file.length - 1), 422, "bundle-signature");
        refused(Arrays.copyOf(file, file.length + 1), 422, "bundle-signature");
        refused(Arrays.copyOf(file, 20), 400, "bad-message");
    }

    @Test
    void whatIsNoBundleIsRefused() {
        refused(new byte[0], 400, "bad-message");
        refused("hello".getBytes(StandardCharsets.UTF_8), 400, "bad-message");
        refused(new byte[Limits.BODY_BYTES], 400, "bad-message");
    }

    @Test
    void largerFilesAreRefused() {
        refused(new byte[Limits.BODY_BYTES + 1], 413, "too-large");
    }

    @Test
    void bundleOfAnUnknownTerminalIsRefused() {
        Enrolled nobody = new Enrolled("t-nobody", terminal.bearer().replace(terminal.id(), "t-nobody"));
        refused(file(nobody, batch(journal, 1, 1)), 404, "not-found");
    }

    @Test
    void signedFileThatIsNoBundleIsRefused() {
        byte[] hash = secretHash(terminal);
        String other = new String(server.codec.write(new Bundle("t-other", List.of())), StandardCharsets.UTF_8);
        for (byte[] packed : List.of(
                "plain".getBytes(StandardCharsets.UTF_8),
                server.codec.gzip("{}".getBytes(StandardCharsets.UTF_8)),
                server.codec.gzip(other.getBytes(StandardCharsets.UTF_8)),
                server.codec.gzip(new byte[Limits.UNPACKED_BYTES + 1]))) {
            refused(BundleFile.sign(terminal.id(), hash, packed).bytes(), 422, "bad-value");
        }
    }

    @Test
    void moreBatchesThanTheLimitAreRefused() {
        String one = new String(server.codec.write(batch(journal, 1, 1)), StandardCharsets.UTF_8);
        String many = "{\"terminal\":\"" + terminal.id() + "\",\"batches\":["
                + String.join(",", Collections.nCopies(Limits.BUNDLE_BATCHES + 1, one)) + "]}";
        byte[] packed = server.codec.gzip(many.getBytes(StandardCharsets.UTF_8));
        refused(BundleFile.sign(terminal.id(), secretHash(terminal), packed).bytes(), 422, "bad-value");
        Batch[] most = new Batch[Limits.BUNDLE_BATCHES];
        Arrays.setAll(most, i -> batch(journal, i + 1, i + 1));
        assertThat(taken(file(terminal, most)).stored()).isEqualTo(Limits.BUNDLE_BATCHES);
    }

    @Test
    void journalOfAnotherTerminalIsRefused() {
        Enrolled other = server.enrolled("aula");
        server.send(other, batch(journal, 1, 1));
        refused(file(terminal, batch(journal, 1, 1)), 409, "journal-taken");
    }

    @Test
    void otherMediaTypesAndStrangersAreRefused() {
        Answer media = server.bundle(file(terminal, batch(journal, 1, 1)), "application/json");
        assertThat(media.problem()).isEqualTo("media-type");
        Answer stranger = server.send(server.request(Wire.BUNDLES)
                .header("Authorization", "Bearer " + terminal.bearer())
                .post(RequestBody.create(file(terminal, batch(journal, 1, 1))))
                .build());
        assertThat(stranger.problem()).isEqualTo("not-signed-in");
        assertThat(info(terminal).received()).isZero();
    }
}
