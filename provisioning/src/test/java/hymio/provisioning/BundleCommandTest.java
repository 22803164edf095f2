package hymio.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.wire.BundleReceipt;
import hymio.wire.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleCommandTest {
    private final MockWebServer server = new MockWebServer();

    @TempDir
    Path stick;

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(stick.resolve(name), content).toString();
    }

    private void takes(long stored, long known) {
        server.enqueue(Cli.json(200, new BundleReceipt("t-1", stored, known, 0, 0)));
    }

    @Test
    void filesAndFoldersAreSentAsTheyAre() throws Exception {
        Files.createDirectory(stick.resolve("more"));
        String first = file("b.hymio", "one");
        file("more/z.hymio", "three");
        file("more/a.hymio", "two");
        file("more/photo.jpg", "not sent");
        takes(3, 0);
        takes(1, 2);
        takes(0, 3);
        Cli cli = Cli.at(server, "bundle", first, stick.resolve("more").toString());
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.out().lines()).hasSize(4).allMatch(line -> line.endsWith("taken") || line.endsWith("OUTCOME"));
        for (String content : new String[] {"one", "two", "three"}) {
            RecordedRequest request = server.takeRequest();
            assertThat(request.getUrl().encodedPath()).isEqualTo("/api/v1/bundles");
            assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/octet-stream");
            assertThat(request.getBody().utf8()).isEqualTo(content);
        }
    }

    @Test
    void oneRefusedFileStopsNoOtherAndEndsWithOne() throws Exception {
        server.enqueue(Cli.problem("bundle-signature", 422, "Write it again."));
        takes(2, 0);
        Cli cli = Cli.at(
                server,
                "bundle",
                "--json",
                file("a.hymio", "bad"),
                file("large.hymio", "x".repeat(Limits.BODY_BYTES + 1)),
                stick.resolve("nowhere.hymio").toString(),
                file("b.hymio", "good"));
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.out())
                .contains("\"refused\":\"Write it again. (422 bundle-signature)\"")
                .contains("is larger than 1048576 bytes.")
                .contains("There is no such file.")
                .contains("\"receipt\":{\"terminal\":\"t-1\",\"stored\":2,");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void serverThatTakesNothingMoreEndsItAndWhatWasTakenIsTold() throws Exception {
        takes(2, 0);
        server.enqueue(Cli.problem("storage", 503, "The disk is full."));
        Cli cli = Cli.at(server, "bundle", file("a.hymio", "1"), file("b.hymio", "2"), file("c.hymio", "3"));
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.out().lines()).hasSize(2);
        assertThat(cli.err()).contains("The disk is full.");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void folderWithoutBundlesAndNoFileAtAllAreTold() {
        Cli empty = Cli.at(server, "bundle", stick.toString());
        assertThat(empty.exit()).isEqualTo(1);
        assertThat(empty.err()).contains("no file ending in .hymio");
        assertThat(Cli.at(server, "bundle").exit()).isEqualTo(2);
    }
}
