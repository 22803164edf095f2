package hymio.kiosk.sound;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.sound.Turn.End;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is heard when: each job notes its name when it begins, and with a mark how it ended. */
class SpeakerLoopTest {
    private static final List<String> LONG = List.of("sleep", "30");
    private static final List<String> SHORT = List.of("true");

    private final List<String> noted = Collections.synchronizedList(new ArrayList<>());
    private final SpeakerLoop loop = new SpeakerLoop();

    @BeforeEach
    void start() {
        loop.start();
    }

    @AfterEach
    void close() {
        loop.close();
        assertThat(Hearing.programs()).isZero();
    }

    @Test
    void newSpeechReplacesWhatIsSaid() {
        loop.say(job("first", LONG));
        awaitNote("first");

        loop.say(job("second", SHORT));

        awaitNote("second done");
        assertThat(noted).containsExactly("first", "first cut", "second", "second done");
    }

    @Test
    void soundCutsSpeechWhichThenBeginsAgain() {
        loop.say(job("speech", LONG));
        awaitNote("speech");

        loop.play(job("sound", SHORT));

        Hearing.await("again", () -> Collections.frequency(noted, "speech") == 2);
        assertThat(noted).containsExactly("speech", "speech cut", "sound", "sound done", "speech");
    }

    @Test
    void speechSilencedDuringASoundDoesNotBeginAgain() {
        loop.say(job("speech", LONG));
        awaitNote("speech");
        loop.play(job("sound", List.of("sleep", "0.3")));
        awaitNote("sound");

        loop.silence();

        awaitNote("sound done");
        loop.say(job("next", SHORT));
        awaitNote("next done");
        assertThat(noted).containsExactly("speech", "speech cut", "sound", "sound done", "next", "next done");
    }

    @Test
    void speechWaitsForASoundAndTheNewestOfBothIsHeard() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        loop.play(turn -> {
            noted.add("first");
            asked.await();
        });
        awaitNote("first");
        loop.say(job("old speech", SHORT));
        loop.play(job("old sound", SHORT));
        loop.say(job("speech", SHORT));
        loop.play(job("sound", SHORT));
        asked.countDown();

        awaitNote("speech done");
        assertThat(noted).containsExactly("first", "sound", "sound done", "speech", "speech done");
    }

    @Test
    void silenceEndsSpeechAtOnceAndLetsASoundEnd() {
        loop.say(job("speech", LONG));
        awaitNote("speech");
        loop.silence();
        awaitNote("speech cut");

        loop.play(job("sound", List.of("sleep", "0.3")));
        awaitNote("sound");
        loop.silence();

        awaitNote("sound done");
    }

    @Test
    void jobThatFailsDoesNotEndTheLoop() {
        loop.say(turn -> {
            noted.add("failing");
            throw new IllegalStateException("planted");
        });
        awaitNote("failing");
        loop.play(job("sound", SHORT));

        awaitNote("sound done");
    }

    @Test
    void closeEndsWhatIsHeardAndNothingMoreBegins() {
        loop.say(job("speech", LONG));
        awaitNote("speech");

        long began = System.nanoTime();
        loop.close();

        assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
        loop.play(job("late", SHORT));
        assertThat(noted).containsExactly("speech", "speech cut");
    }

    private SpeakerLoop.Job job(String name, List<String> program) {
        return turn -> {
            noted.add(name);
            switch (turn.run(List.of(program), new byte[0], 20_000)) {
                case End.Done unused -> noted.add(name + " done");
                case End.Cut unused -> noted.add(name + " cut");
                case End.Failed failed -> noted.add(name + " " + failed);
            }
        };
    }

    private void awaitNote(String note) {
        Hearing.await(note + " in " + noted, () -> noted.contains(note));
    }
}
