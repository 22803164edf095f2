package hymio.server.staff;

import java.util.List;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param title of the page, without the name of the program
 * @param csrf hidden value of the sign-out form; empty when nobody is signed in
 * @param scripts names of the files that the page runs
 * @param path address of the page without the choice of language; empty when the languages cannot be switched here
 */
public record Frame(
        Words words, Assets assets, String title, Optional<String> csrf, List<String> scripts, String path) {
    /** Of a page that renews itself. */
    static final List<String> LIVE = List.of("htmx.js", "live.js");

    public boolean live() {
        return scripts.equals(LIVE);
    }

    /** The same page in another language. */
    public String in(Language language) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language.tag();
    }
}
