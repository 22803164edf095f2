package hymio.kiosk.press.gpio;

import java.util.Optional;

/** Lights and buzzer that answer a press. The methods return at once; a newer answer ends an older one. Thread-safe. */
public interface Signals extends AutoCloseable {
    /**
     * The response is stored: the button's light for 600 ms and a short sound.
     *
     * @param button 1 is the leftmost, best face
     * @param discreet whether all lights shine, so that nobody sees which button it was
     */
    void acknowledge(int button, boolean discreet);

    /** The press did not count: all lights blink twice with the buzzer, whatever the button. */
    void refuse();

    /**
     * A word for the heartbeat when the outputs cannot be switched: {@code led-absent}, {@code led-denied},
     * {@code led-busy}, {@code led-line} or {@code led-fault}.
     */
    Optional<String> problem();

    /** Everything off. */
    @Override
    void close();
}
