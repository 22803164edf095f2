package hymio.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {
    @TempDir
    Path folder;

    private Site site;
    private Browser administrator;
    private String host;

    @BeforeEach
    void start() {
        site = new Site(folder);
        administrator = site.administrator();
        host = "127.0.0.1:" + site.port();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Browser.Answer change() {
        return administrator.post("/places", Browser.form(administrator.csrf()));
    }

    private void refused(Browser.Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("form.forged");
    }

    @Test
    void formFromOurPageIsTaken() {
        assertThat(administrator.post("/places").body()).isEqualTo("changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-out", "/setup", "/places", "/nowhere"})
    void everyPostWithoutTheTokenIsRefused(String path) {
        administrator.headers.put("Origin", "http://" + host);
        refused(administrator.post(path, Browser.form("", "name", Site.NAME, "password", Site.PASSWORD)));
        refused(administrator.post(path, Browser.form("A".repeat(43))));
        assertThat(administrator.get("/").status()).isEqualTo(200);
    }

    @Test
    void tokenOfAnotherBrowserIsRefused() {
        administrator.headers.put("Origin", "http://" + host);
        refused(administrator.post("/places", Browser.form(site.browser().csrf())));
    }

    @Test
    void tokenWithoutItsCookieIsRefused() {
        administrator.headers.put("Origin", "http://" + host);
        String csrf = administrator.csrf();
        administrator.cookies.remove("csrf");
        refused(administrator.post("/places", Browser.form(csrf)));
        administrator.cookies.put("csrf", "");
        refused(administrator.post("/places", Browser.form("")));
    }

    @ParameterizedTest
    @CsvSource({"same-origin, 200", "none, 200", "same-site, 403", "cross-site, 403", "'', 403"})
    void fetchMetadataDecidesWhenTheBrowserSendsIt(String site, int status) {
        administrator.headers.put("Sec-Fetch-Site", site);
        administrator.headers.put("Origin", "http://" + host);
        assertThat(change().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "", "http://127.0.0.1", "not a URL", "http://"})
    void foreignOriginIsRefused(String origin) {
        administrator.headers.put("Origin", origin);
        refused(change());
    }

    @Test
    void missingOriginIsRefused() {
        refused(change());
    }

    @ParameterizedTest
    @CsvSource({
        "https://hymio.example, hymio.example, 200",
        "https://hymio.example, hymio.example:443, 200",
        "http://Hymio.example:80, hymio.example, 200",
        "https://hymio.example:8443, hymio.example:8443, 200",
        "https://hymio.example:8443, hymio.example, 403",
        "https://hymio.example.evil.example, hymio.example, 403",
        "http://[::1]:8080, [::1]:8080, 200",
    })
    void originIsComparedWithTheHost(String origin, String host, int status) {
        administrator.headers.put("Origin", origin);
        administrator.headers.put("Host", host);
        assertThat(change().status()).isEqualTo(status);
    }

    @Test
    void apiKnowsNoCookiesAndNeedsNoToken() {
        Browser.Answer answer =
                site.browser().post("/api/v1/batches", RequestBody.create("{}", MediaType.get("application/json")));
        assertThat(answer.body()).isEqualTo("stored {}");
    }

    @Test
    void largeFormIsRefused() {
        Browser.Answer answer = administrator.post("/places", "comment", "x".repeat(8 * 1024));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("form.too-large");
        assertThat(administrator
                        .post("/places", "comment", "x".repeat(7 * 1024))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void largeFormOfUnknownLengthIsRefused() {
        administrator.headers.put("Origin", "http://" + host);
        Browser.Answer answer = administrator.post("/places", new Endless());
        assertThat(answer.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, {}",
        "text/plain, csrf=x",
        "multipart/form-data; boundary=x, csrf=x",
        "application/x-www-form-urlencoded, csrf=%zz",
    })
    void anythingButAFormIsRefused(String type, String body) {
        administrator.headers.put("Origin", "http://" + host);
        Browser.Answer answer = administrator.post("/places", RequestBody.create(body, MediaType.get(type)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("form.unreadable");
    }

    @Test
    void tokenStaysTheSameInABrowser() {
        String csrf = administrator.csrf();
        assertThat(administrator.get("/sign-in").cookie("csrf")).isEmpty();
        assertThat(administrator.csrf()).isEqualTo(csrf);
        assertThat(site.browser().csrf()).isNotEqualTo(csrf);
    }

    /** 64 KiB, sent in chunks. */
    private static final class Endless extends RequestBody {
        @Override
        public MediaType contentType() {
            return MediaType.get("application/x-www-form-urlencoded");
        }

        @Override
        public void writeTo(okio.BufferedSink sink) throws java.io.IOException {
            sink.writeUtf8("x".repeat(64 * 1024));
        }
    }
}
