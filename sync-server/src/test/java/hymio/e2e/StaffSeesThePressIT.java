package hymio.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

    @TempDir
    Path folder;

    @Test
    void firstAdministratorSetsAPasswordAndSeesTheBarGrowWhilePressesComeIn() throws InterruptedException {
        try (TownServer town = TownServer.start(folder);
                Program kiosk = kiosk(town);
                Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(chromium())) {
            kiosk.await("terminal ready");
            Page page = browser.newContext(new Browser.NewContextOptions().setLocale("fi-FI"))
                    .newPage();
            setUp(page, town.program().await("(http://\\S+/setup\\?token=\\S+)").group(1));
            page.navigate(town.url + "/places/kirjasto?period=today");
            press(kiosk, 17, 1);
            awaitBar(page, "1", 1);
            press(kiosk, 27, 2);
            press(kiosk, 24, 3);
            awaitBar(page, "3", 3);
        }
    }

    private static void setUp(Page page, String link) {
        page.navigate(link);
        page.fill("[name=name]", "hallinta");
        page.fill("[name=password]", "kolme pitkää sanaa riittää");
        page.fill("[name=again]", "kolme pitkää sanaa riittää");
        page.click("main button[type=submit]");
        assertThat(page.locator("main"))
                .containsText("Pääkirjasto", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** The page was never reloaded: it updates by itself. */
    private static void awaitBar(Page page, String total, int faces) {
        assertThat(page.locator("[data-total]").first())
                .hasAttribute(
                        "data-total",
                        total,
                        new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator(".chart rect[class^=fill]")).hasCount(faces);
    }

    private static void press(Program kiosk, int line, int nth) {
        kiosk.type(line + " 0\n" + line + " 1\n");
        kiosk.awaitCount("stored ", nth);
    }

    private Program kiosk(TownServer town) throws InterruptedException {
        return Program.hymio(
                Map.of(
                        "HYMIO_KIOSK_REPORT",
                        "true",
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
