package hymio.kiosk.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** WAV read for tests: the samples behind the canonical header. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Wav(short[] samples) {
    static Wav of(byte[] file) {
        ByteBuffer data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        data.position(Math.min(Wave.HEADER_BYTES, file.length));
        short[] samples = new short[data.remaining() / 2];
        data.asShortBuffer().get(samples);
        return new Wav(samples);
    }

    double seconds() {
        return (double) samples.length / Wave.RATE;
    }

    int peak() {
        int peak = 0;
        for (short sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    double rms() {
        double sum = 0;
        for (short sample : samples) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / Math.max(1, samples.length));
    }
}
