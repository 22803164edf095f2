package hymio.kiosk.sound;

import hymio.kiosk.sound.Sound.Note;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Notes as WAV: 16 bit, mono, 22 050 samples a second, as espeak-ng makes too. Pure. */
final class Wave {
    static final int RATE = 22_050;
    static final int HEADER_BYTES = 44;
    private static final int SAMPLE_BYTES = 2;
    /** With this a sound is about as loud as speech, whose peaks are higher. */
    private static final double LOUDEST = 0.4 * Short.MAX_VALUE;

    private static final double ATTACK_SECONDS = 0.012;

    private Wave() {}

    static long millis(List<Note> notes) {
        return notes.stream().mapToLong(Note::millis).sum();
    }

    /** @param gain 0 to 1 */
    static byte[] of(List<Note> notes, double gain) {
        int samples = notes.stream().mapToInt(Wave::samples).sum();
        ByteBuffer wave =
                ByteBuffer.allocate(HEADER_BYTES + samples * SAMPLE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        putHeader(wave, samples * SAMPLE_BYTES);
        for (Note note : notes) {
            putNote(wave, note, gain * LOUDEST);
        }
        return wave.array();
    }

    private static int samples(Note note) {
        return note.millis() * RATE / 1_000;
    }

    private static void putNote(ByteBuffer wave, Note note, double loudness) {
        int samples = samples(note);
        for (int i = 0; i < samples; i++) {
            double seconds = (double) i / RATE;
            double sine = Math.sin(2 * Math.PI * note.hertz() * seconds);
            wave.putShort((short) Math.round(loudness * sine * envelope(seconds, (double) samples / RATE)));
        }
    }

    /** A soft rise and a long soft fall, both half a cosine: a note that begins or ends at once clicks. */
    private static double envelope(double seconds, double length) {
        double attack = Math.min(ATTACK_SECONDS, length / 2);
        return seconds < attack ? rise(seconds / attack) : rise((length - seconds) / (length - attack));
    }

    private static double rise(double part) {
        return (1 - Math.cos(Math.PI * part)) / 2;
    }

    /** The canonical RIFF header of PCM (Microsoft and IBM, Multimedia Programming Interface, 1991). */
    private static void putHeader(ByteBuffer wave, int dataBytes) {
        word(wave, "RIFF").putInt(HEADER_BYTES - 8 + dataBytes);
        word(wave, "WAVE");
        word(wave, "fmt ").putInt(16).putShort((short) 1).putShort((short) 1);
        wave.putInt(RATE).putInt(RATE * SAMPLE_BYTES).putShort((short) SAMPLE_BYTES);
        wave.putShort((short) (SAMPLE_BYTES * 8));
        word(wave, "data").putInt(dataBytes);
    }

    private static ByteBuffer word(ByteBuffer wave, String word) {
        return wave.put(word.getBytes(StandardCharsets.US_ASCII));
    }
}
