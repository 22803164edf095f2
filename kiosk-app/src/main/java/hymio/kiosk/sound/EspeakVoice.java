package hymio.kiosk.sound;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Speech by espeak-ng, which writes WAV into the pipe of the {@link Player}. What is said goes to its standard input,
 * never on a command line that other users of the machine could read. Thread-safe.
 */
final class EspeakVoice implements Voice {
    private static final String ABSENT =
            "The terminal cannot speak; all else works. Install the Debian package espeak-ng.";
    private static final String FAULT =
            "The voice failed; all else works. Check espeak-ng; it is tried again by itself.";
    private static final long LOOK_UP_MILLIS = 5_000;
    /** Programs start, a device opens. */
    private static final long SPARE_MILLIS = 5_000;
    /** Twice what the slowest text takes, which is all digits. */
    private static final long CHARACTER_MILLIS = 330;

    private final SpeakerLoop loop;
    private final List<String> program;
    private final Player player;
    private final Trouble trouble;
    private volatile EspeakVoices voices = EspeakVoices.NONE;

    EspeakVoice(SpeakerLoop loop, List<String> program, Player player, Trouble trouble) {
        this.loop = loop;
        this.program = program;
        this.player = player;
        this.trouble = trouble;
    }

    /** Asks espeak-ng for its voices, when its turn comes. */
    void lookUp() {
        loop.say(this::known);
    }

    @Override
    public void say(String text, String language, int volumePercent) {
        String spoken = SpokenText.of(text);
        if (spoken.isEmpty() || volumePercent <= 0) {
            loop.silence();
        } else {
            int amplitude = Loudness.espeakAmplitude(volumePercent);
            loop.say(turn -> speak(turn, spoken, language, amplitude));
        }
    }

    @Override
    public void silence() {
        loop.silence();
    }

    @Override
    public boolean speaks(String language) {
        return voices.of(language).isPresent();
    }

    @Override
    public Optional<String> problem() {
        return trouble.word();
    }

    @Override
    public void close() {
        loop.close();
    }

    private void speak(Turn turn, String text, String language, int amplitude) throws InterruptedException {
        if (player.resting() || trouble.resting() || !known(turn)) {
            return;
        }
        Optional<EspeakVoices.Manner> manner = voices.of(language);
        if (manner.isPresent()) {
            List<String> command = command(manner.get().options(), amplitude);
            byte[] input = text.getBytes(StandardCharsets.UTF_8);
            heed(player.play(turn, List.of(command), input, SPARE_MILLIS + CHARACTER_MILLIS * text.length()));
        }
    }

    /** Whether the voices are known, asking for them when they are not. */
    private boolean known(Turn turn) throws InterruptedException {
        if (voices.names().isEmpty()) {
            switch (turn.run(List.of(with("--voices")), new byte[0], LOOK_UP_MILLIS)) {
                case Turn.End.Done done -> learn(EspeakVoices.parse(done.output()));
                case Turn.End.Failed failed -> blame(failed);
                case Turn.End.Cut unused -> {}
            }
        }
        return !voices.names().isEmpty();
    }

    private void learn(EspeakVoices found) {
        if (found.names().isEmpty()) {
            trouble.found("speech-fault", FAULT, "it names no voices");
        } else {
            trouble.over();
        }
        voices = found;
    }

    private void heed(Turn.End end) {
        switch (end) {
            case Turn.End.Done unused -> trouble.over();
            case Turn.End.Failed failed when failed.program() == 0 -> blame(failed);
            default -> {}
        }
    }

    private void blame(Turn.End.Failed failed) {
        if (failed.cause() == Turn.Cause.NOT_STARTED) {
            trouble.found("speech-absent", ABSENT, failed.why());
        } else {
            trouble.found("speech-fault", FAULT, failed.why());
        }
    }

    /** UTF-8 from standard input, WAV to standard output, no pause at the end. */
    private List<String> command(List<String> manner, int amplitude) {
        List<String> command = with("-b", "1", "-z", "--stdin", "--stdout", "-a", Integer.toString(amplitude));
        command.addAll(manner);
        return command;
    }

    private List<String> with(String... options) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(options));
        return command;
    }
}
