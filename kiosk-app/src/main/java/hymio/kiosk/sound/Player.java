package hymio.kiosk.sound;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The program that plays WAV, and how it fares. Used by the speaker's thread; {@link #problem} by any. */
final class Player {
    private static final String ABSENT = "The terminal cannot be heard. Connect a speaker and install alsa-utils, or"
            + " set that it has none; it is tried again by itself.";
    private static final String FAULT =
            "The sound does not come to an end. Check the sound card; it is tried again by itself.";

    private final List<String> program;
    private final Trouble trouble;

    Player(List<String> program, Trouble trouble) {
        this.program = program;
        this.trouble = trouble;
    }

    boolean resting() {
        return trouble.resting();
    }

    /** @param sources programs before the player in the pipe; none when the input is WAV itself */
    Turn.End play(Turn turn, List<List<String>> sources, byte[] input, long longestMillis) throws InterruptedException {
        Turn.End end =
                turn.run(Stream.concat(sources.stream(), Stream.of(program)).toList(), input, longestMillis);
        switch (end) {
            case Turn.End.Failed failed when failed.program() == sources.size() -> blame(failed);
            case Turn.End.Done unused -> trouble.over();
            default -> {}
        }
        return end;
    }

    /** {@code sound-absent} or {@code sound-fault}. */
    Optional<String> problem() {
        return trouble.word();
    }

    private void blame(Turn.End.Failed failed) {
        if (failed.cause() == Turn.Cause.TIME) {
            trouble.found("sound-fault", FAULT, failed.why());
        } else {
            trouble.found("sound-absent", ABSENT, failed.why());
        }
    }
}
