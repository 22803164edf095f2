package hymio.kiosk.press.gpio;

import java.util.Map;
import java.util.Optional;

/** Input lines that tell when they change. */
interface LineChip extends AutoCloseable {
    /** Hears of the lines, from the chip's own thread. Must not throw and must not block. */
    interface Listener {
        /**
         * The lines are open (again); their levels now, high or not. A button held down shows here and gives no edge.
         */
        void opened(Map<Integer, Boolean> highByLine);

        void changed(Edge edge);

        /** The chip is gone; nothing is known of its lines until they are opened again. */
        void lost();
    }

    /** Begins to listen; called once. When it returns, the first attempt to open the lines has been made. */
    void start(Listener listener);

    /** Why the lines cannot be heard now; empty when all is well. */
    Optional<GpioProblem> problem();

    /** Stops; no edge is delivered after it returns. */
    @Override
    void close();
}
