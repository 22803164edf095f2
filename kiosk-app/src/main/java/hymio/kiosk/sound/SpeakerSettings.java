package hymio.kiosk.sound;

import java.util.List;

/**
 * The programs that make a terminal heard.
 *
 * @param voice espeak-ng or one that takes its options, with the words before them; empty: the terminal does not speak
 * @param player plays WAV from its standard input and exits with another code than 0 when it cannot, with its words
 */
public record SpeakerSettings(List<String> voice, List<String> player) {
    /** Debian's espeak-ng and, from alsa-utils, aplay on ALSA's default device. */
    public static final SpeakerSettings DEBIAN = new SpeakerSettings(List.of("espeak-ng"), List.of("aplay", "-q"));

    public SpeakerSettings {
        voice = List.copyOf(voice);
        player = List.copyOf(player);
        if (player.isEmpty()) {
            throw new IllegalArgumentException("a speaker needs a program that plays");
        }
    }
}
