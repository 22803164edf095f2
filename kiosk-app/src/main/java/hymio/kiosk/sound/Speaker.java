package hymio.kiosk.sound;

import java.util.function.LongSupplier;

/** The terminal's one speaker, and the two ways to be heard through it. Thread-safe. */
public final class Speaker implements AutoCloseable {
    private final Voice voice;
    private final Sounds sounds;

    /**
     * Begins to look, on a thread of its own, for voices and for a sound card.
     *
     * @param uptimeMillis milliseconds since any fixed moment, never set back
     */
    public static Speaker open(SpeakerSettings settings, LongSupplier uptimeMillis) {
        SpeakerLoop loop = new SpeakerLoop();
        Player player = new Player(settings.player(), new Trouble(uptimeMillis));
        Tones tones = new Tones(loop, player);
        loop.start();
        tones.tryOut();
        if (settings.voice().isEmpty()) {
            return new Speaker(new Silent(), tones);
        }
        EspeakVoice voice = new EspeakVoice(loop, settings.voice(), player, new Trouble(uptimeMillis));
        voice.lookUp();
        return new Speaker(voice, tones);
    }

    /** For a terminal without a speaker. */
    public static Speaker none() {
        Silent silent = new Silent();
        return new Speaker(silent, silent);
    }

    private Speaker(Voice voice, Sounds sounds) {
        this.voice = voice;
        this.sounds = sounds;
    }

    public Voice voice() {
        return voice;
    }

    public Sounds sounds() {
        return sounds;
    }

    /** Ends all that is heard, within two seconds also when a program does not end. */
    @Override
    public void close() {
        voice.close();
        sounds.close();
    }
}
