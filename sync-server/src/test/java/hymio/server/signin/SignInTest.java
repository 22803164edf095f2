package hymio.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.access.Passwords;
import hymio.server.access.SessionStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    @TempDir
    Path folder;

    private Site site;
    private Browser administrator;

    @BeforeEach
    void start() {
        site = new Site(folder);
        administrator = site.administrator();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void rightPasswordSignsIn() {
        Browser browser = site.browser();
        Browser.Answer answer = browser.signIn(Site.NAME, Site.PASSWORD);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(browser.get("/").body()).isEqualTo("home of " + Site.NAME);
    }

    @Test
    void nameIsComparedWithoutRegardToCaseAndEncodingOfLetters() {
        assertThat(site.browser()
                        .signIn(" HALLINTA A\u0308a\u0308kko\u0308nen ", Site.PASSWORD)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void wrongNameAndWrongPasswordLookTheSame() {
        Browser.Answer wrongPassword = site.browser().signIn(Site.NAME, "not the password");
        Browser.Answer wrongName = site.browser().signIn("nobody", Site.PASSWORD);

        assertThat(wrongPassword.status()).isEqualTo(422).isEqualTo(wrongName.status());
        assertThat(wrongPassword.body()).contains("sign-in.wrong");
        assertThat(bare(wrongName, "nobody")).isEqualTo(bare(wrongPassword, Site.NAME));
    }

    private static String bare(Browser.Answer answer, String name) {
        return answer.body().replace(name, "").replaceAll("csrf value=\"[^\"]+\"", "");
    }

    @Test
    void unknownNameCostsTheSameTime() {
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            known = Math.min(known, nanos(Site.NAME));
            unknown = Math.min(unknown, nanos("nobody"));
        }
        assertThat((double) unknown / known).isBetween(0.3, 3.0);
    }

    private long nanos(String name) {
        Browser browser = site.browser();
        browser.csrf();
        long start = System.nanoTime();
        assertThat(browser.signIn(name, "not the password").status()).isEqualTo(422);
        return System.nanoTime() - start;
    }

    @Test
    void typedNameIsShownAgainButNeverThePassword() {
        Browser.Answer answer = site.browser().signIn("\"><b>", "not the password");
        assertThat(answer.body()).contains("&quot;>&lt;b>").doesNotContain("not the password");
    }

    @Test
    void eachSignInGetsANewIdAndEndsTheOldOne() {
        String before = administrator.cookies.get("session");
        administrator.signIn(Site.NAME, Site.PASSWORD);
        assertThat(administrator.cookies.get("session")).isNotEqualTo(before);

        Browser old = site.browser();
        old.cookies.put("session", before);
        assertThat(old.get("/").status()).isEqualTo(302);
    }

    @Test
    void plantedIdIsNotTakenOver() {
        Browser browser = site.browser();
        String planted = "A".repeat(43);
        browser.cookies.put("session", planted);
        browser.signIn(Site.NAME, Site.PASSWORD);
        assertThat(browser.cookies.get("session")).isNotEqualTo(planted);
    }

    @Test
    void signOutEndsTheSessionOnTheServerToo() {
        String id = administrator.cookies.get("session");
        Browser.Answer answer = administrator.post("/sign-out");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/sign-in");
        assertThat(administrator.cookies).doesNotContainKey("session");
        administrator.cookies.put("session", id);
        assertThat(administrator.get("/").status()).isEqualTo(302);
    }

    @Test
    void sessionEndsWhenIdle() {
        site.clock.pass(SessionStore.IDLE.minusSeconds(1));
        assertThat(administrator.get("/").status()).isEqualTo(200);
        site.clock.pass(SessionStore.IDLE.minusSeconds(1));
        assertThat(administrator.get("/").status()).isEqualTo(200);
        site.clock.pass(SessionStore.IDLE);
        assertThat(administrator.get("/").status()).isEqualTo(302);
    }

    @Test
    void pageThatRenewsItselfIsNoSignOfLife() {
        administrator.headers.put("HX-Request", "true");
        for (int i = 0; i < 11; i++) {
            site.clock.pass(Duration.ofHours(1));
            assertThat(administrator.get("/").status()).isEqualTo(200);
        }
        site.clock.pass(Duration.ofHours(1));
        assertThat(administrator.get("/").status()).isEqualTo(401);
    }

    @Test
    void sessionEndsAfterSevenDaysHoweverBusy() {
        for (int i = 0; i < 15; i++) {
            assertThat(administrator.get("/").status()).isEqualTo(200);
            site.clock.pass(Duration.ofHours(11));
        }
        assertThat(administrator.get("/").status()).isEqualTo(200);
        site.clock.pass(Duration.ofHours(3));
        assertThat(administrator.get("/").status()).isEqualTo(302);
        assertThat(site.browser().signIn(Site.NAME, Site.PASSWORD).status()).isEqualTo(303);
        assertThat(site.count("session")).isOne();
    }

    @Test
    void cookiesAreHiddenFromScriptsAndOtherSites() {
        Browser browser = site.browser();
        assertThat(browser.get("/sign-in").cookie("csrf"))
                .contains("; Path=/", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Secure", "Domain", "Expires");
        assertThat(browser.signIn(Site.NAME, Site.PASSWORD).cookie("session"))
                .contains("; Path=/", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure", "Domain", "Expires");
    }

    @Test
    void cookiesAreSecureAndHostBoundBehindTls() {
        Browser browser = site.browser();
        browser.headers.put("X-Forwarded-Proto", "https");
        assertThat(browser.get("/sign-in").cookie("__Host-csrf"))
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Domain");
        assertThat(browser.signIn(Site.NAME, Site.PASSWORD).cookie("__Host-session"))
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(browser.get("/").status()).isEqualTo(200);
        assertThat(browser.post("/sign-out").cookie("__Host-session"))
                .contains("Expires=Thu, 01 Jan 1970", "; Secure", "; Path=/");
    }

    @Test
    void strangerIsSentToSignInAndBackToTheSamePage() {
        Browser browser = site.browser();
        Browser.Answer sent = browser.get("/places/oodi?from=2026-11-01&x=a%26b");
        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.body()).doesNotContain("oodi");
        String signIn = sent.header("Location");
        assertThat(signIn).startsWith("/sign-in?next=");

        Browser.Answer back = browser.post(signIn, "name", Site.NAME, "password", Site.PASSWORD);
        assertThat(back.header("Location")).isEqualTo("/places/oodi?from=2026-11-01&x=a%26b");
    }

    @Test
    void htmxIsToldToLeaveThePage() {
        Browser browser = site.browser();
        browser.headers.put("HX-Request", "true");
        browser.headers.put("HX-Current-URL", "https://hymio.example/places/oodi?tab=2");
        Browser.Answer answer = browser.get("/");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/sign-in?next=%2Fplaces%2Foodi%3Ftab%3D2");
        assertThat(answer.headers().get("Location")).isNull();
    }

    @Test
    void changeByAStrangerIsNotAskedAgainAfterSignIn() {
        Browser.Answer answer = site.browser().post("/places");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/%5Cevil.example",
                "/%09/evil.example",
                "%0D%0ASet-Cookie:a=b",
                "/a%0D%0ASet-Cookie:a=b",
                "%2F%2Fevil.example",
                "javascript:alert(1)",
                "evil.example",
                "/a%5C..",
                "",
            })
    void nextCannotLeaveTheSite(String next) {
        Browser.Answer answer =
                site.browser().post("/sign-in?next=" + next, "name", Site.NAME, "password", Site.PASSWORD);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/");
        assertThat(administrator.get("/sign-in?next=" + next).header("Location"))
                .isEqualTo("/");
    }

    @Test
    void nameIsSlowedDownAfterWrongPasswords() {
        for (int i = 0; i < 5; i++) {
            assertThat(site.browser().signIn(Site.NAME, "guess").status()).isEqualTo(422);
        }
        Browser.Answer slowed = site.browser().signIn(Site.NAME, Site.PASSWORD);
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.header("Retry-After")).isEqualTo("1");
        assertThat(slowed.body()).contains("sign-in.wait");
        assertThat(administrator.get("/").status()).isEqualTo(200);

        site.clock.pass(Duration.ofSeconds(1));
        assertThat(site.browser().signIn(Site.NAME, Site.PASSWORD).status()).isEqualTo(303);
        assertThat(site.browser().signIn(Site.NAME, "guess").status()).isEqualTo(422);
    }

    @Test
    void floodOfPasswordsIsToldToComeLater(@TempDir Path other) {
        Passwords noTurnLeft = new Passwords(new SecureRandom(), Duration.ZERO, 0);
        try (Site busy = new Site(other, noTurnLeft)) {
            Browser.Answer answer = busy.browser().signIn(Site.NAME, "not the password");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("10");
            assertThat(answer.body()).contains("sign-in.busy");
        }
    }

    @Test
    void pagesOfStaffAreKeptInNoCache() {
        assertThat(administrator.get("/").header("Cache-Control")).isEqualTo("no-store");
        assertThat(site.browser().get("/sign-in").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void pagesSpeakTheReadersLanguage() {
        Browser browser = site.browser();
        browser.headers.put("Accept-Language", "sv");
        assertThat(browser.get("/sign-in").body()).contains("lang=sv");
    }

    @Test
    void signInTellsWhenThereIsNoAccountYet(@TempDir Path empty) {
        try (Site fresh = new Site(empty)) {
            assertThat(fresh.browser().get("/sign-in").body()).contains("sign-in.no-account");
        }
        assertThat(site.browser().get("/sign-in").body()).doesNotContain("sign-in.no-account");
    }
}
