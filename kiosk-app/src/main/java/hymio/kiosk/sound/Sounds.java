package hymio.kiosk.sound;

import java.util.Optional;

/** Plays the terminal's short sounds. Thread-safe; no method waits for a program. */
public interface Sounds extends AutoCloseable {
    /**
     * Plays this at once, instead of a sound being played; {@link Voice} says what becomes of speech.
     *
     * @param volumePercent 0 to 100; {@link Loudness} says how loud that is
     */
    void play(Sound sound, int volumePercent);

    /** Whether this terminal has a speaker, as far as is known. */
    boolean audible();

    /** A word for the heartbeat when nothing can be heard now: {@code sound-absent} or {@code sound-fault}. */
    Optional<String> problem();

    /** Ends all that is heard, speech too: there is one speaker behind both. */
    @Override
    void close();
}
