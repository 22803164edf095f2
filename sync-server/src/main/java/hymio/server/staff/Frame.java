package hymio.server.staff;

import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param title of the page, without the name of the program
 * @param csrf hidden value of the sign-out form; empty when nobody is signed in
 * @param path address of the page without the choice of language; empty when the languages cannot be switched here
 */
public record Frame(Words words, Assets assets, String title, Optional<String> csrf, String path) {
    /** The same page in another language. */
    public String in(Language language) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language.tag();
    }
}
