package hymio.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first start to a bar that grows: server and terminal as processes, the staff in a real browser. */
class StaffSeesThePressIT {
    private static final double PATIENCE_MILLIS = 20_000;
    private static final String BAR = ".chart rect[class^=fill]";
    private static final String NAME = "hallinta";
    private static final String PASSWORD = "kolme pitkää sanaa riittää";

    @TempDir
    Path folder;

    @Test
    void firstAdministratorSetsAPasswordAndSeesTheBarGrowWhilePressesComeIn() throws InterruptedException {
        try (TownServer town = TownServer.start(folder);
                Program kiosk = kiosk(town);
                Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(chromium())) {
            kiosk.await("^config ");
            Page page = browser.newContext(new Browser.NewContextOptions().setLocale("fi-FI"))
                    .newPage();
            setUp(page, town.program().await("(http://\\S+/setup\\?token=\\S+)").group(1));
            signOutAndIn(page);
            page.navigate(town.url + "/places/kirjasto?period=today");
            press(kiosk, 17, 1);
            press(kiosk, 24, 2);
            awaitTotal(page, 2);
            double halfOfTwo = barHeight(page);
            press(kiosk, 17, 3);
            awaitTotal(page, 3);
            double twoThirds = barHeight(page);
            assertThat(twoThirds / halfOfTwo).isCloseTo(4.0 / 3, within(0.05));
            press(kiosk, 27, 4);
            awaitTotal(page, 4);
            assertThat(page.locator(BAR)).hasCount(3);
        }
    }

    private static void setUp(Page page, String link) {
        page.navigate(link);
        page.fill("[name=name]", NAME);
        page.fill("[name=password]", PASSWORD);
        page.fill("[name=again]", PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.locator("main"))
                .containsText("Pääkirjasto", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static void signOutAndIn(Page page) {
        page.click(".sign-out button");
        page.fill("[name=name]", NAME);
        page.fill("[name=password]", PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.locator("main")).containsText("Pääkirjasto");
    }

    /** The page was never reloaded: it updates by itself. */
    private static void awaitTotal(Page page, long total) {
        assertThat(page.locator("[data-total]").first())
                .hasAttribute(
                        "data-total",
                        String.valueOf(total),
                        new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Pixels of the best face's bar. */
    private static double barHeight(Page page) {
        return page.locator(BAR).first().boundingBox().height;
    }

    private static void press(Program kiosk, int line, int nth) throws InterruptedException {
        Thread.sleep(1_600); // sooner it were one burst, which counts once
        kiosk.type(line + " 0\n" + line + " 1\n");
        kiosk.awaitCount("stored ", nth);
    }

    private Program kiosk(TownServer town) throws InterruptedException {
        return Program.hymio(
                Map.of(
                        "HYMIO_KIOSK_REPORT",
                        "true",
                        "HYMIO_KIOSK_SOUND",
                        "false",
                        "HYMIO_KIOSK_GPIO_CHIP",
                        "stdin",
                        "HYMIO_KIOSK_GPIO_LINES",
                        "17,27,22,24"),
                "kiosk",
                "--data",
                folder.resolve("kiosk").toString(),
                "--server",
                town.url,
                "--code",
                town.code("Aula"),
                "--no-screen");
    }

    private static BrowserType.LaunchOptions chromium() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update"));
    }
}
