package hymio.kiosk.sound;

/**
 * How loud a percentage is. The gain is its square, near to how ears count: 100 % is 0 dB, 71 % −6 dB, 50 % −12 dB, 25
 * % −24 dB. Speech and sounds are about equally loud at the same percentage. How many dBA a percentage is depends on
 * the speaker: a visit starts at the terminal's default, at most 65 dBA (EN 301 549 5.1.3), which is measured once with
 * the real speaker (docs/hardware-checklist.md).
 */
final class Loudness {
    /** espeak-ng's own default; above it, up to 200, samples are clipped. */
    private static final int ESPEAK_LOUDEST = 100;

    private Loudness() {}

    /** Factor of the samples, 0 to 1. */
    static double gain(int percent) {
        double part = Math.clamp(percent, 0, 100) / 100.0;
        return part * part;
    }

    /** The {@code -a} of espeak-ng, which is a factor too; 1 to 100. */
    static int espeakAmplitude(int percent) {
        return (int) Math.max(1, Math.round(gain(percent) * ESPEAK_LOUDEST));
    }
}
