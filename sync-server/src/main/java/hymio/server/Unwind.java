package hymio.server;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened so far, newest first, unless all went well. */
final class Unwind implements AutoCloseable {
    private final Deque<Part> opened = new ArrayDeque<>();

    private interface Part {
        void close() throws Exception;
    }

    <T extends AutoCloseable> T with(T part) {
        opened.push(part::close);
        return part;
    }

    /** All went well: closes nothing. */
    void keep() {
        opened.clear();
    }

    @Override
    public void close() {
        for (Part part : opened) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("could not be closed", e);
            }
        }
    }
}
