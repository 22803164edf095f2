package hymio.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the pictures of the pages: {@code -Dhymio.pictures=DIR}. */
class StaffPictures {
    private static final int PAGE = 1_120;
    private static final int PHONE = 360;

    @TempDir
    Path folder;

    @Test
    void picturesShowTheSampleTown() throws IOException {
        String wanted = System.getProperty("hymio.pictures", "");
        Assumptions.assumeFalse(wanted.isEmpty(), "Pictures are made only when asked for: -Dhymio.pictures=DIR");
        Path pictures = Files.createDirectories(Path.of(wanted));
        try (Town town = new Town(folder);
                Browser browser = Browser.start()) {
            SampleTown.build(town);
            for (String language : new String[] {"fi", "sv", "en"}) {
                picture(
                        browser.open(language, false, PAGE, 700),
                        town.url("/"),
                        pictures.resolve("home-" + language + ".png"));
            }
            picture(browser.open("fi", true, PAGE, 700), town.url("/"), pictures.resolve("home-fi-dark.png"));
            picture(browser.open("fi", false, PHONE, 700), town.url("/"), pictures.resolve("home-fi-phone.png"));
            String place = town.url("/places/paakirjasto");
            picture(browser.open("fi", false, PAGE, 700), place, pictures.resolve("place-fi.png"));
            picture(browser.open("fi", true, PAGE, 700), place, pictures.resolve("place-fi-dark.png"));
            picture(browser.open("fi", false, PHONE, 700), place, pictures.resolve("place-fi-phone.png"));
            picture(
                    browser.open("fi", false, PAGE, 700),
                    town.url("/places/kirjastoauto"),
                    pictures.resolve("place-empty-fi.png"));
            for (String language : new String[] {"fi", "sv", "en"}) {
                picture(
                        browser.open(language, false, PAGE, 700),
                        town.url("/places/satama"),
                        pictures.resolve("place-estimated-" + language + ".png"));
            }
            picture(
                    browser.open("fi", false, PHONE, 700),
                    town.url("/places/satama"),
                    pictures.resolve("place-estimated-fi-phone.png"));
            picture(browser.open("fi", false, PAGE, 700), town.url("/bundles"), pictures.resolve("bundles-fi.png"));
            for (String name : new String[] {"audit", "account"}) {
                picture(browser.open("fi", false, PAGE, 700), town.url("/" + name), pictures.resolve(name + "-fi.png"));
                picture(
                        browser.open("fi", false, PHONE, 700),
                        town.url("/" + name),
                        pictures.resolve(name + "-fi-phone.png"));
            }
            picture(browser.open("fi", false, PAGE, 700), town.url("/sign-in"), pictures.resolve("sign-in-fi.png"));
            picture(browser.open("fi", false, PAGE, 700), town.url("/setup"), pictures.resolve("setup-fi.png"));
            picture(browser.open("fi", false, PAGE, 700), town.url("/nowhere"), pictures.resolve("message-fi.png"));
        }
    }

    private static void picture(Page page, String address, Path file) throws IOException {
        page.navigate(address);
        page.waitForLoadState(LoadState.LOAD);
        page.evaluate("() => document.fonts.ready.then(() => true)");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
        page.context().close();
        assertThat(Files.size(file)).isPositive();
    }
}
