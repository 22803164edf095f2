package hymio.kiosk.sound;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread at the speaker. It takes one thing at a time, because a Raspberry Pi's HDMI sound mixes nothing: a second
 * player finds it busy (raspberrypi/linux#4951). One sound and one speech may wait; newer ones replace them.
 * Thread-safe.
 */
final class SpeakerLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpeakerLoop.class);
    private static final long CLOSE_MILLIS = 2_000;

    /** Something to be heard. It may be taken again when a sound cut it. */
    interface Job {
        void take(Turn turn) throws InterruptedException;
    }

    private final Thread thread = Thread.ofPlatform().name("speaker").daemon().unstarted(this::run);
    private @Nullable Job sound;
    private @Nullable Job speech;
    /** The speech being said, until something cuts it. */
    private @Nullable Job said;

    private Turn turn = new Turn();
    private boolean closed;

    void start() {
        thread.start();
    }

    /** At once, instead of all that is heard; speech that this cuts begins again afterwards. */
    synchronized void play(Job job) {
        sound = job;
        speech = speech == null ? said : speech;
        said = null;
        turn.cut();
        notifyAll();
    }

    /** After the sound being played, and instead of what is being said. */
    synchronized void say(Job job) {
        silence();
        speech = job;
        notifyAll();
    }

    synchronized void silence() {
        speech = null;
        if (said != null) {
            said = null;
            turn.cut();
        }
    }

    @Override
    public void close() {
        shut();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void shut() {
        closed = true;
        turn.cut();
        notifyAll();
    }

    private void run() {
        try {
            for (Job job = next(); job != null; job = next()) {
                take(job);
            }
        } catch (InterruptedException e) {
            LOG.warn("The speaker's thread was interrupted; the terminal is silent until it is restarted.");
        }
    }

    private synchronized @Nullable Job next() throws InterruptedException {
        said = null;
        while (!closed && sound == null && speech == null) {
            wait();
        }
        turn = new Turn();
        if (closed) {
            return null;
        }
        Job job = sound;
        if (job == null) {
            job = speech;
            said = job;
            speech = null;
        }
        sound = null;
        return job;
    }

    private void take(Job job) throws InterruptedException {
        try {
            job.take(turn());
        } catch (RuntimeException e) {
            LOG.error("Something could not be heard for a reason that should not be; please report this.", e);
        }
    }

    private synchronized Turn turn() {
        return turn;
    }
}
