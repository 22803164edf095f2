package hymio.server;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.db.Db;
import hymio.server.http.Json;
import hymio.server.http.Listen;
import hymio.server.http.WebServer;
import hymio.server.ingest.BatchApi;
import hymio.server.ingest.IngestLoop;
import hymio.server.metrics.Meter;
import hymio.server.questionnaire.ConfigStore;
import hymio.server.settings.SettingStore;
import hymio.server.terminal.Terminal;
import hymio.wire.Batch;
import hymio.wire.Problem;
import hymio.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server with next to no room: one batch at a time, no patience, a small disk. */
@Timeout(60)
class OverloadTest {
    @TempDir
    Path folder;

    private final OkHttpClient http = new OkHttpClient();
    private Town town;
    private IngestLoop loop;
    private WebServer web;

    private void start(long maxPages) {
        town = new Town(folder, maxPages);
        loop = new IngestLoop(town.db, 1);
        ConfigStore configs = new ConfigStore(
                town.db,
                town.locations,
                town.questionnaires,
                new SettingStore(town.db, town.locations, town.codec, town.clock),
                town.codec);
        BatchApi.Settings settings = new BatchApi.Settings(1, Duration.ofMillis(100), 20);
        BatchApi api = new BatchApi(loop, configs, new Json(town.codec), town.clock, settings, new Meter());
        long num = town.terminal("kaupunki");
        long location = town.one("select num from location where id = 'kaupunki'");
        Terminal terminal = new Terminal(num, "t-test", "Test", location);
        web = WebServer.start(
                Listen.plain("127.0.0.1", 0),
                town.codec,
                town.clock,
                routes -> routes.post(Wire.BATCHES, ctx -> api.store(ctx, terminal)));
    }

    @AfterEach
    void stop() {
        web.close();
        loop.close();
        town.close();
    }

    private record Answer(int status, String retryAfter, Problem problem) {}

    private Answer send(Batch batch) {
        Request request = new Request.Builder()
                .url("http://127.0.0.1:" + web.port() + Wire.BATCHES)
                .post(RequestBody.create(town.codec.write(batch), MediaType.get(Wire.JSON)))
                .build();
        try (Response response = http.newCall(request).execute()) {
            byte[] body = response.body().bytes();
            return new Answer(
                    response.code(),
                    response.header("Retry-After", ""),
                    response.isSuccessful() ? null : town.codec.read(body, Problem.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void moreThanTheServerCanTakeIsToldToComeAgain() throws Exception {
        start(0);
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        try (Db beside = TestDatabase.openBeside(folder)) {
            beside.change(handle -> {
                for (int i = 0; i < 6; i++) {
                    answers.add(CompletableFuture.supplyAsync(
                            () -> send(Batches.of(UUID.randomUUID(), Batches.response(1, 1)))));
                }
                CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new))
                        .join();
            });
        }
        long stored =
                answers.stream().filter(answer -> answer.join().status() == 200).count();
        assertThat(stored).isPositive().isLessThan(6).isEqualTo(town.count("response"));
        assertThat(answers)
                .map(CompletableFuture::join)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(503);
                    assertThat(answer.problem().word()).isEqualTo("busy");
                    assertThat(answer.retryAfter()).isEqualTo("5");
                });
    }

    @Test
    @Tag("sqlite")
    void fullDiskIsToldNothingIsHalfWrittenAndReadingGoesOn() {
        start(70);
        Answer answer;
        long stored = -1000;
        do {
            answer = send(Town.large(UUID.randomUUID()));
            stored += 1000;
        } while (answer.status() == 200);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem().word()).isEqualTo("storage");
        assertThat(answer.problem().detail()).contains("disk").contains("nothing of this request was kept");
        assertThat(answer.retryAfter()).isEqualTo("60");
        assertThat(town.count("response")).isEqualTo(stored);
        assertThat(town.tallies()).isEqualTo(town.recount());
        assertThat(town.one("select coalesce(sum(received), 0) from journal")).isEqualTo(stored);
    }
}
