package hymio.server.http;

import org.jspecify.annotations.Nullable;

/**
 * A file that a person sent with a form.
 *
 * @param name as it was called there, without its folders; empty for a field that is no file
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SentFile(String name, byte[] bytes) {
    static SentFile of(@Nullable String path, byte[] bytes) {
        String name = path == null ? "" : path;
        return new SentFile(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), bytes);
    }
}
