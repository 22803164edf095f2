package hymio.kiosk.sound;

import hymio.kiosk.sound.Sound.Note;
import java.util.List;
import java.util.Optional;

/** The short sounds, made here and played by a {@link Player}. Thread-safe. */
final class Tones implements Sounds {
    /** A player opens its device and empties its buffer besides. */
    private static final long SPARE_MILLIS = 2_000;

    private static final List<Note> NOTHING = List.of(Note.rest(20));

    private final SpeakerLoop loop;
    private final Player player;

    Tones(SpeakerLoop loop, Player player) {
        this.loop = loop;
        this.player = player;
    }

    /** Plays a moment of nothing, so that a missing sound card is known before the first visitor comes. */
    void tryOut() {
        play(NOTHING, 0);
    }

    @Override
    public void play(Sound sound, int volumePercent) {
        if (volumePercent > 0) {
            play(sound.notes(), Loudness.gain(volumePercent));
        }
    }

    @Override
    public boolean audible() {
        return problem().isEmpty();
    }

    @Override
    public Optional<String> problem() {
        return player.problem();
    }

    @Override
    public void close() {
        loop.close();
    }

    private void play(List<Note> notes, double gain) {
        byte[] wave = Wave.of(notes, gain);
        long longestMillis = Wave.millis(notes) + SPARE_MILLIS;
        loop.play(turn -> {
            if (!player.resting()) {
                player.play(turn, List.of(), wave, longestMillis);
            }
        });
    }
}
