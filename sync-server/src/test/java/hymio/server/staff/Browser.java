package hymio.server.staff;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium, driven by Playwright. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--no-sandbox")));

    static Browser start() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM), "The pages are tested in Debian's Chromium: apt-get install chromium");
        return new Browser();
    }

    private Browser() {}

    /** A new window with cookies of its own. */
    Page open(String language, boolean dark, int width, int height) {
        return context(language, dark, width, height, true).newPage();
    }

    BrowserContext context(String language, boolean dark, int width, int height, boolean script) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setJavaScriptEnabled(script)
                .setDeviceScaleFactor(width < 500 ? 2 : 1)
                .setViewportSize(width, height));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
