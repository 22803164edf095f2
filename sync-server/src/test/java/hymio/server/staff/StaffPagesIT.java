package hymio.server.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import hymio.wire.Limits;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in a real browser, filled with the hardest figures and names that may come. */
class StaffPagesIT {
    private static final String LONG =
            "Yhteispalvelupisteasiakasneuvontakeskuksen odotusaula, toinen kerros ja parveke";
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String[] PAGES = {
        "/",
        "/places/l1",
        "/places/l1?period=today",
        "/places/l1?period=months",
        "/places/l3",
        "/places/l6",
        "/places/never",
        "/places/swapped",
        "/bundles",
        "/audit",
        "/account",
        "/account-again",
        "/password",
        "/sign-in",
        "/sign-in-again",
        "/setup",
        "/nowhere"
    };

    @TempDir
    static Path folder;

    private static Town town;
    private static Town.Stand one;
    private static Browser browser;

    @BeforeAll
    static void start() throws SQLException {
        browser = Browser.start();
        town = new Town(folder);
        town.at(Town.NOW.minusSeconds(3_600));
        town.place("l1", "", LONG, LONG, LONG);
        for (int level = 2; level <= 6; level++) {
            town.place(
                    "l" + level,
                    "l" + (level - 1),
                    level + " " + LONG.substring(2),
                    "Plats " + level,
                    "Level " + level);
        }
        town.place("never", "l1", "Ei koskaan", "Aldrig", "Never");
        town.place("five", "l1", "Viisi kasvoa", "Fem ansikten", "Five faces");
        town.fiveFaces("five");
        one = town.terminal("l6", "Yksi");
        town.terminal("never", LONG);
        Town.Stand five = town.terminal("five", "Viisi");
        town.at(Town.NOW);
        five.sends(pressed("visit@1", 3), pressed("visit@1", 5));
        one.sends(List.of(pressed("service@1", 1)), Town.NOW, 4, "gpio-absent", "word-of-a-newer-terminal");
        Town.Stand behind = town.terminal("l3", "Vanha");
        behind.sends(pressed("service@1", 2), pressed("reason@1", 5), pressed("scale@1", 0));
        behind.refuses(
                "questions[1].answers.kind must be one of faces, choice, choices, scale, comment", "config-unread");
        Town.Stand many = town.terminal("l2", "Miljoona");
        town.million("l2", many.id, LocalDate.of(2026, 11, 20));
        town.terminal("l2", "Poistettu").revoke();
        town.place("swapped", "l1", "Vaihdettu", "Bytt", "Changed");
        town.terminal("swapped", "Laite vaihdettu").isSwapped();
        town.terminal("swapped", LONG).takesTurns("3f2a90cd14b7e6f0", "77bc01aa93d2418e");
    }

    @AfterAll
    static void stop() {
        if (town != null) {
            town.close();
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"fi,false,1280", "sv,true,1280", "fi,false,360", "en,true,360", "fi,false,760"})
    void everyPageIsAccessibleAndFitsTheScreen(String language, boolean dark, int width) {
        Page page = browser.open(language, dark, width, 740);
        List<String> complaints = new ArrayList<>();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        for (String path : PAGES) {
            page.navigate(town.url(path));
            page.locator("details").all().forEach(it -> it.evaluate("it => it.open = true"));
            assertThat(violations(page)).as(path).isEmpty();
            assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(width);
            assertThat((List<?>) tooSmall(page))
                    .as("targets under 24 px of " + path)
                    .isEmpty();
        }
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    @Test
    void figuresRenewThemselvesAndTheReaderKeepsTheirPlace() {
        Page page = browser.open("fi", false, 1_280, 500);
        page.navigate(town.url("/places/l6"));
        page.locator("summary").click();
        Locator link = page.locator("#period-months");
        link.focus();
        page.evaluate("() => { window.scrollTo(0, 120); window.sameDocument = true; }");
        Locator total = page.locator("[data-total]");
        long before = Long.parseLong(total.getAttribute("data-total"));
        one.sends(pressed("service@1", 4));
        assertThat(total).hasAttribute("data-total", String.valueOf(before + 1));
        assertThat(page.locator("#table")).hasAttribute("open", "");
        assertThat(link).isFocused();
        assertThat(page.evaluate("() => window.scrollY")).isEqualTo(120);
        assertThat(page.evaluate("() => window.sameDocument === true")).isEqualTo(true);
        page.context().close();
    }

    @Test
    void everythingThatTakesTheFocusKeepsItWhileFiguresRenewThemselves() {
        Page page = browser.open("fi", false, 360, 740);
        page.navigate(town.url("/places/l6?period=months"));
        page.locator("summary").click();
        assertThat((List<?>)
                        page.evaluate("() => [...document.querySelectorAll('#live a, #live summary, #live [tabindex]')]"
                                + ".filter(it => !it.id).map(it => it.outerHTML.slice(0, 80))"))
                .as("htmx keeps the focus of what has an id")
                .isEmpty();
        Locator total = page.locator("[data-total]");
        long before = Long.parseLong(total.getAttribute("data-total"));
        one.sends(pressed("service@1", 3));
        assertThat(total).hasAttribute("data-total", String.valueOf(before + 1));
        assertThat(page.locator("summary")).isFocused();
        page.context().close();
    }

    @Test
    void textBeingSelectedIsLeftAloneUntilItIsNot() {
        Page page = browser.open("fi", false, 1_280, 740);
        page.navigate(town.url("/places/l6"));
        String before = page.locator("[data-total]").getAttribute("data-total");
        page.evaluate("() => getSelection().selectAllChildren(document.querySelector('#live h1'))");
        one.sends(pressed("service@1", 2));
        page.waitForResponse(answer -> answer.url().contains("seen=") && answer.status() == 200, () -> {});
        assertThat(page.locator("[data-total]")).hasAttribute("data-total", before);
        assertThat(page.evaluate("() => getSelection().toString()")).isNotEqualTo("");
        page.evaluate("() => getSelection().removeAllRanges()");
        assertThat(page.locator("[data-total]")).hasAttribute("data-total", String.valueOf(Long.parseLong(before) + 1));
        page.context().close();
    }

    @Test
    void readerMayPauseTheUpdatesAndResumeThem() {
        Page page = browser.open("fi", false, 1_280, 740);
        page.navigate(town.url("/places/l6"));
        String before = page.locator("[data-total]").getAttribute("data-total");
        page.locator("#pause").click();
        assertThat(page.locator("#pause")).hasText("Jatka päivittymistä");
        one.sends(pressed("service@1", 2));
        page.waitForTimeout(5_000); // more than two rounds of the renewal
        assertThat(page.locator("[data-total]")).hasAttribute("data-total", before);
        page.locator("#pause").click();
        assertThat(page.locator("[data-total]")).hasAttribute("data-total", String.valueOf(Long.parseLong(before) + 1));
        page.context().close();
    }

    @Test
    void lostServerIsToldAndForgottenWhenItIsBack() {
        Page page = browser.open("fi", false, 1_280, 700);
        page.navigate(town.url("/"));
        assertThat(page.locator("#stale")).isHidden();
        page.context().setOffline(true);
        assertThat(page.locator("#stale")).isVisible();
        page.context().setOffline(false);
        assertThat(page.locator("#stale")).isHidden();
        page.context().close();
    }

    @Test
    void pagesWorkWithoutScriptAndByKeyboard() {
        try (BrowserContext context = browser.context("fi", false, 1_280, 700, false)) {
            Page page = context.newPage();
            page.navigate(town.url("/"));
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator("#to-l1")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText(LONG);
            page.getByText("English").click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page).hasURL(town.url("/places/l1"));
        }
    }

    @ParameterizedTest
    @CsvSource({"fi,1280,true", "sv,390,true", "en,390,false"})
    void filesFromAStickAreBroughtInAndEachOutcomeIsTold(String language, int width, boolean script) {
        try (BrowserContext context = browser.context(language, false, width, 740, script)) {
            Page page = context.newPage();
            page.navigate(town.url("/bundles"));
            byte[] good = one.bundle(3);
            byte[] damaged = good.clone();
            damaged[damaged.length - 9] ^= 1;
            page.locator("#files").setInputFiles(new FilePayload[] {
                file("t-1.hymio", good),
                file("t-1 (1).hymio", good),
                file("t-2.hymio", damaged),
                file(LONG.replace(' ', '-') + LONG.replace(' ', '-') + "<b>.jpg", new byte[40]),
                file("kuva.jpg", new byte[Limits.BODY_BYTES + 1]),
                file("tyhja.hymio", new byte[0])
            });
            page.locator("button.button").click();
            assertThat(page.locator("#lines li")).hasCount(6);
            assertThat(page.locator("#lines .good")).hasCount(2);
            Words words = new Words(Language.of(java.util.Locale.of(language)));
            Locator text = page.locator("#lines span");
            assertThat(text.nth(0)).hasText(words.t("bundles.stored", 3, "Yksi"));
            assertThat(text.nth(1)).hasText(words.t("bundles.stored", 0, "Yksi") + " " + words.t("bundles.known", 3));
            assertThat(text.nth(2)).hasText(words.t("bundles.signature"));
            assertThat(text.nth(3)).hasText(words.t("bundles.no-bundle"));
            assertThat(text.nth(4)).hasText(words.t("bundles.too-large"));
            assertThat(text.nth(5)).hasText(words.t("bundles.empty"));
            if (script) {
                assertThat(page.locator("#progress")).hasText(words.t("bundles.progress", 6, 6));
                assertThat(page.locator("#results-title")).isFocused();
                assertThat(violations(page)).isEmpty();
            }
            assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void moreFilesThanFitAtOnceAreAllBroughtInWithScriptAndToldWithout() {
        FilePayload[] many = new FilePayload[20];
        java.util.Arrays.setAll(many, i -> file(i + ".hymio", new byte[Limits.BODY_BYTES]));
        for (boolean script : new boolean[] {true, false}) {
            try (BrowserContext context = browser.context("en", false, 1_280, 740, script)) {
                Page page = context.newPage();
                page.navigate(town.url("/bundles"));
                page.locator("#files").setInputFiles(many);
                page.locator("button.button").click();
                if (script) {
                    assertThat(page.locator("#lines .bad")).hasCount(many.length);
                } else {
                    assertThat(page.locator("h1")).hasText("There were too many files");
                }
            }
        }
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/octet-stream", content);
    }

    private static Town.Pressed pressed(String question, int option) {
        return new Town.Pressed(Town.NOW.minusSeconds(60), question, option);
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                        .setLegacyMode(true) // there are no frames to look into
                        .withTags(RULES)
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(StaffPagesIT::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + node.getFailureSummary())
                        .toList();
    }

    /** WCAG 2.2, 2.5.8; links within a sentence are excepted, and there are none. */
    private static Object tooSmall(Page page) {
        return page.evaluate("() => [...document.querySelectorAll('a, button, summary, input:not([type=hidden])')]"
                + ".filter(it => !it.matches('.skip')).map(it => [it.outerHTML.slice(0, 80), it.getBoundingClientRect()])"
                + ".filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)");
    }
}
