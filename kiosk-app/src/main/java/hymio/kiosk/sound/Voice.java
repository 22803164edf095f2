package hymio.kiosk.sound;

import java.util.Optional;

/**
 * Speaks to the visitor (EN 301 549 5.1.3). Thread-safe; no method waits for a program.
 *
 * <p>One thing is heard at a time. A {@link Sounds sound} is heard at once; speech that it cuts begins again after it,
 * unless it is silenced or replaced meanwhile. So it does not matter which of the two is asked for first.
 */
public interface Voice extends AutoCloseable {
    /**
     * Says this instead of what is being said. Text without a word, volume 0 and a language without a voice only end
     * what is being said.
     *
     * @param text of at most 1000 characters; longer text is said to the end of its last sentence within them
     * @param language as on the wire: {@code fi}, {@code fi-simple}, {@code sv} …
     * @param volumePercent 0 to 100; {@link Loudness} says how loud that is
     */
    void say(String text, String language, int volumePercent);

    /** Ends what is being said, and forgets what was going to be. */
    void silence();

    /** Whether this terminal has a voice for the language; false until it has been looked up, just after start. */
    boolean speaks(String language);

    /** A word for the heartbeat when speech cannot be heard now: {@code speech-absent} or {@code speech-fault}. */
    Optional<String> problem();

    /** Ends all that is heard, sounds too: there is one speaker behind both. */
    @Override
    void close();
}
