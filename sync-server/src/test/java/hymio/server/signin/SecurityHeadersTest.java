package hymio.server.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.http.SecurityHeaders;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityHeadersTest {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"/sign-in, 200", "/, 302", "/setup, 410", "/nowhere, 404", "/sign-out, 405", "/api/v1/nothing, 404"})
    void standOnEveryAnswer(String path, int status) {
        try (Site site = new Site(folder)) {
            Browser.Answer answer = site.browser().get(path);
            assertThat(answer.status()).isEqualTo(status);
            SecurityHeaders.ALL.forEach(
                    (name, value) -> assertThat(answer.header(name)).isEqualTo(value));
            assertThat(answer.header("Content-Security-Policy")).isEqualTo(POLICY);
        }
    }

    @Test
    void standOnARefusedForm() {
        try (Site site = new Site(folder)) {
            Browser.Answer answer = site.browser().post("/sign-in", Browser.form(""));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.header("Content-Security-Policy")).isEqualTo(POLICY);
        }
    }

    @Test
    void standOnTheAnswerToWhatIsNoHttp() throws IOException {
        try (Site site = new Site(folder);
                Socket socket = new Socket("127.0.0.1", site.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nno colon\r\n\r\n".getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400");
            assertThat(answer.toLowerCase(Locale.ROOT)).contains("x-content-type-options: nosniff");
        }
    }
}
