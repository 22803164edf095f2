package hymio.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hymio.server.TestServer.Answer;
import hymio.server.TestServer.Enrolled;
import hymio.server.db.DataFolderException;
import hymio.server.db.Db;
import hymio.server.http.Listen;
import hymio.server.http.ListenException;
import hymio.wire.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HymioServerTest {
    @TempDir
    Path folder;

    private HymioServer start(int port) {
        return HymioServer.start(
                new HymioServer.Options(TestDatabase.of(folder), Listen.plain("127.0.0.1", port), 20), new TestClock());
    }

    @Test
    void whatWasStoredIsThereAfterARestart() throws Exception {
        start(0).close();
        try (Db db = TestDatabase.open(folder)) {
            db.change(
                    handle -> handle.execute(
                            "insert into location (id, name, zone) values ('a', '{\"fi\":\"a\",\"sv\":\"a\",\"en\":\"a\"}', 'UTC')"));
        }
        start(0).close();
        try (Db db = TestDatabase.open(folder)) {
            long locations = db.read(handle -> handle.createQuery("select count(*) from location")
                    .mapTo(Long.class)
                    .one());
            assertThat(locations).isEqualTo(1);
        }
    }

    @Test
    @Tag("sqlite")
    void secondServerOnTheSameFolderIsRefused() {
        try (HymioServer first = start(0)) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> start(0).close()).isInstanceOf(DataFolderException.class);
        }
    }

    @Test
    void takenPortIsNamedAndTheFolderIsGivenBack() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(taken.getLocalPort()).close())
                    .isInstanceOf(ListenException.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()))
                    .hasMessageContaining("--port");
        }
        start(0).close();
    }

    @Test
    void batchUnderWayGetsItsReceiptWhenTheServerStops() throws Exception {
        TestServer server = new TestServer();
        server.location("a", "", "UTC");
        Enrolled terminal = server.enrolled("a");
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        CompletableFuture<Void> stopped;
        try (Db beside = server.database()) {
            // Another program writes meanwhile, so the batch waits for its turn at the database.
            stopped = beside.write(handle -> {
                answer.completeAsync(
                        () -> server.send(terminal, Batches.of(UUID.randomUUID(), Batches.response(1, 1))));
                sleep(500);
                CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);
                sleep(1000);
                assertThat(stop.isDone()).isFalse();
                return stop;
            });
        }
        assertThat(answer.get().status()).isEqualTo(200);
        stopped.get();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void databaseHeldByAnotherProgramForTooLongIsBusyAndNothingIsLost() throws Exception {
        try (TestServer server = new TestServer();
                Db beside = server.database()) {
            server.location("a", "", "UTC");
            Enrolled terminal = server.enrolled("a");
            Answer busy = beside.write(
                    handle -> server.send(terminal, Batches.of(UUID.randomUUID(), Batches.response(1, 1))));
            assertThat(busy.status()).as(busy.text()).isEqualTo(503);
            assertThat(busy.problem()).isEqualTo("busy");
            assertThat(busy.headers().get("Retry-After")).isEqualTo("5");
            assertThat(server.get(Wire.TERMINALS).text()).contains("\"received\":0");
            assertThat(server.send(terminal, Batches.of(UUID.randomUUID(), Batches.response(1, 1)))
                            .status())
                    .isEqualTo(200);
        }
    }
}
