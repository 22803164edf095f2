package hymio.server.signin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class SetupTest {
    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void start() {
        site = new Site(folder);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private String renew() {
        return site.signIn.setupLink().renew().orElseThrow();
    }

    @Test
    void linkShowsAFormThatMakesTheFirstAdministratorAndSignsIn() {
        String token = renew();
        Browser browser = site.browser();
        assertThat(browser.get("/setup?token=" + token).body()).contains("name=token value=\"" + token + "\"");

        Browser.Answer done = browser.setUp(token, Site.NAME, Site.PASSWORD);

        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("Location")).isEqualTo("/");
        assertThat(browser.get("/").body()).isEqualTo("home of " + Site.NAME);
    }

    @Test
    void linkIsGoneAfterUseAndMakesNoSecondAdministrator() {
        String token = renew();
        site.browser().setUp(token, Site.NAME, Site.PASSWORD);

        Browser other = site.browser();
        assertThat(other.get("/setup?token=" + token).status()).isEqualTo(410);
        Browser.Answer again = other.setUp(token, "Mallory", "another long password");

        assertThat(again.status()).isEqualTo(410);
        assertThat(again.body()).contains("setup.link-gone");
        assertThat(site.count("account")).isOne();
        assertThat(site.count("setup_link")).isZero();
        assertThat(site.signIn.setupLink().renew()).isEmpty();
    }

    @Test
    void linkUsedByManyAtOnceMakesOneAdministrator() throws Exception {
        String token = renew();
        List<Callable<Integer>> all = Stream.of("one", "two", "three", "four")
                .<Callable<Integer>>map(name ->
                        () -> site.browser().setUp(token, name, Site.PASSWORD).status())
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            assertThat(threads.invokeAll(all).stream().map(Future::resultNow))
                    .containsExactlyInAnyOrder(303, 410, 410, 410);
        }
        assertThat(site.count("account")).isOne();
    }

    @Test
    void wrongLinkAndNoTokenAreGone() {
        String unused = renew();
        Browser browser = site.browser();
        assertThat(browser.get("/setup?token=" + unused.substring(1)).status()).isEqualTo(410);
        assertThat(browser.get("/setup").status()).isEqualTo(410);
        assertThat(browser.setUp("", Site.NAME, Site.PASSWORD).status()).isEqualTo(410);
        assertThat(site.count("account")).isZero();
    }

    @Test
    void renewedLinkEndsTheOldOne() {
        String old = renew();
        String fresh = renew();
        assertThat(site.browser().get("/setup?token=" + old).status()).isEqualTo(410);
        assertThat(site.browser().get("/setup?token=" + fresh).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "hallinta, elevenchars, elevenchars, setup.too-short",
        "hallinta, aaaaaaaaaaaaa, aaaaaaaaaaaaa, setup.one-character",
        "hallinta Ääkkönen, HALLINTA äÄKKÖNEN, HALLINTA äÄKKÖNEN, setup.is-name",
        "hallinta, kirjasto on auki, kirjasto on kiinni, setup.different",
        "' ', kirjasto on auki, kirjasto on auki, setup.name",
    })
    void badChoiceIsToldAndTheLinkStands(String name, String password, String again, String message) {
        String token = renew();
        Browser browser = site.browser();
        Browser.Answer answer =
                browser.post("/setup", "token", token, "name", name, "password", password, "again", again);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains(message)
                .contains("name=name value=\"" + name + "\"")
                .doesNotContain(password);
        assertThat(browser.setUp(token, "hallinta", Site.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void longestPasswordIsTakenALongerOneIsNot() {
        String token = renew();
        String longest = "pä".repeat(64);
        assertThat(site.browser().setUp(token, "hallinta", longest + "x").body())
                .contains("setup.too-long");
        assertThat(site.browser().setUp(token, "hallinta", longest).status()).isEqualTo(303);
        assertThat(site.browser().signIn("hallinta", longest).status()).isEqualTo(303);
    }

    @Test
    void passwordIsKeptAsArgon2id() {
        site.administrator();
        String stored = site.db.read(handle -> handle.createQuery("select password from account")
                .mapTo(String.class)
                .one());
        assertThat(stored).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[^$]{22}\\$[^$]{43}");
    }

    @Test
    @Tag("sqlite")
    void noSecretIsInTheDatabaseOrTheLog() throws IOException {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        Logger ours = (Logger) LoggerFactory.getLogger("hymio");
        ours.setLevel(Level.TRACE);
        root.addAppender(log);
        String token = renew();
        Browser browser = site.browser();
        browser.setUp(token, Site.NAME, Site.PASSWORD);
        site.browser().signIn(Site.NAME, "a wrong password");
        site.browser().setUp(token, Site.NAME, Site.PASSWORD);
        root.detachAppender(log);
        ours.setLevel(null);

        String all = log.list + "\n" + database();
        assertThat(log.list).isNotEmpty();
        assertThat(all).contains("argon2id");
        assertThat(all)
                .doesNotContain(token, Site.PASSWORD, "a wrong password")
                .doesNotContain(browser.cookies.values());
    }

    private String database() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file, ISO_8859_1));
            }
        }
        return all.toString();
    }
}
