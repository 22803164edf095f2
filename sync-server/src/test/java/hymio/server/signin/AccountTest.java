package hymio.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountTest {
    private static final String NEW = "uusi salasana tiskille";

    @TempDir
    Path folder;

    private Site site;
    private Browser here;
    private Browser there;

    @BeforeEach
    void start() {
        site = new Site(folder);
        here = site.administrator();
        site.clock.pass(Duration.ofMinutes(5));
        there = site.browser();
        there.headers.put("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        there.signIn(Site.NAME, Site.PASSWORD);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private static boolean in(Browser browser) {
        return browser.get("/").status() == 200;
    }

    private List<String> handles(Browser browser) {
        return Pattern.compile("<li>([0-9a-f]{16})")
                .matcher(browser.get("/account").body())
                .results()
                .map((MatchResult it) -> it.group(1))
                .toList();
    }

    @Test
    void ownSessionsAreListedWithTheirBrowserAndThisOneIsMarked() {
        assertThat(here.get("/account").body())
                .contains(Site.NAME, "Firefox, Linux")
                .containsPattern("<li class=here>[0-9a-f]{16} ");
        assertThat(handles(here)).hasSize(1);
    }

    @Test
    void oneSessionIsEndedAtOnceAndTheOthersStay() {
        Browser third = site.browser();
        third.signIn(Site.NAME, Site.PASSWORD);
        String handle = handles(here).getFirst();
        here.post("/account/sessions", "session", handle);
        assertThat(in(here)).isTrue();
        assertThat(in(there) ^ in(third)).isTrue();
    }

    @Test
    void allOthersAreEndedTogether() {
        here.post("/account/sessions");
        assertThat(in(here)).isTrue();
        assertThat(in(there)).isFalse();
    }

    @Test
    void changedPasswordHoldsAndOtherBrowsersAreOut() {
        Browser.Answer answer = here.post("/account/password", "old", Site.PASSWORD, "password", NEW, "again", NEW);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("account.changed").doesNotContain(NEW);
        assertThat(in(here)).isTrue();
        assertThat(in(there)).isFalse();
        assertThat(site.browser().signIn(Site.NAME, Site.PASSWORD).status()).isEqualTo(422);
        assertThat(site.browser().signIn(Site.NAME, NEW).status()).isEqualTo(303);
    }

    @Test
    void passwordIsNotChangedWithoutTheOldOneOrByAPoorOne() {
        assertThat(change("not the old one", NEW, NEW).body()).contains("account.old-wrong");
        assertThat(change(Site.PASSWORD, NEW, "another").body()).contains("setup.different");
        assertThat(change(Site.PASSWORD, "short", "short").body()).contains("setup.too-short");
        assertThat(in(there)).isTrue();
        assertThat(site.browser().signIn(Site.NAME, Site.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void guessingTheOldPasswordFromAnOpenBrowserIsSlowedDown() {
        for (int i = 0; i < 5; i++) {
            assertThat(change("guess " + i, NEW, NEW).status()).isEqualTo(422);
        }
        Browser.Answer slowed = change(Site.PASSWORD, NEW, NEW);
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.header("Retry-After")).isEqualTo("1");
    }

    private Browser.Answer change(String old, String password, String again) {
        return here.post("/account/password", "old", old, "password", password, "again", again);
    }

    @Test
    void strangersAreSentToSignIn() {
        Browser stranger = site.browser();
        assertThat(stranger.get("/account").header("Location")).isEqualTo("/sign-in?next=%2Faccount");
        assertThat(stranger.post("/account/sessions").header("Location")).isEqualTo("/sign-in");
        assertThat(in(there)).isTrue();
    }
}
