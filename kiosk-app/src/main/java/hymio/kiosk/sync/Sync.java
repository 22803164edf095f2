package hymio.kiosk.sync;

import hymio.kiosk.config.DataFolder;
import hymio.kiosk.config.Identity;
import hymio.kiosk.config.KnownConfig;
import hymio.kiosk.health.Health;
import hymio.kiosk.outbox.Outbox;
import hymio.kiosk.outbox.OutboxException;
import hymio.kiosk.outbox.PendingBatch;
import hymio.wire.Batch;
import hymio.wire.Config;
import hymio.wire.Enrolment;
import hymio.wire.EnrolmentRequest;
import hymio.wire.Heartbeat;
import hymio.wire.Limits;
import hymio.wire.PressTime;
import hymio.wire.Problem;
import hymio.wire.Receipt;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of talk with the server: enrol if need be, send what waits, settle what the receipt names, fetch a new
 * config.
 */
public final class Sync {
    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);
    private static final String ASIDE = "response-aside";
    private static final String CONFIG_UNREAD = "config-unread";
    private static final Pattern NAMED = Pattern.compile("responses\\[([0-9]{1,4})\\]");

    /** How a round ended. */
    public sealed interface Outcome {
        /** All is sent; call again after this long. */
        record Done(long waitMillis) implements Outcome {}

        /** Something is in the way; back off. */
        record Failed(String why, long atLeastMillis) implements Outcome {}
    }

    /** What the terminal is to the server. */
    public record Self(DataFolder folder, KnownConfig config, Health health, String code) {}

    /** Who wants to hear what happened. */
    public record Listeners(Consumer<Config> newConfig, Consumer<Receipt> receipt) {}

    private final ServerConnection server;
    private final Outbox outbox;
    private final Self self;
    private final Supplier<PressTime> now;
    private final Listeners listeners;
    private final OlderJournals older;
    private final AskedAgain asked = new AskedAgain();
    private Identity identity;
    private boolean lookedAside;
    /** Version of the config that was fetched since the start and could not be read; empty: none. */
    private String refused = "";

    public Sync(
            ServerConnection server,
            Outbox outbox,
            Self self,
            Identity identity,
            Supplier<PressTime> now,
            Listeners listeners) {
        this.server = server;
        this.outbox = outbox;
        this.self = self;
        this.identity = identity;
        this.now = now;
        this.listeners = listeners;
        this.older = new OlderJournals(outbox);
    }

    /** Runs one round. Not thread-safe: one loop calls it. */
    public Outcome once() {
        if (!identity.enrolled()) {
            Outcome enrolment = enrol();
            if (enrolment instanceof Outcome.Failed) {
                return enrolment;
            }
        }
        try {
            rememberAside();
            Outcome sent = send();
            return sent instanceof Outcome.Done ? askForOlder(sent) : sent;
        } catch (OutboxException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()), 0);
        }
    }

    /** What an earlier run kept aside still waits for somebody to look. */
    private void rememberAside() {
        if (!lookedAside) {
            lookedAside = true;
            if (outbox.aside() > 0) {
                self.health().trouble(ASIDE);
            }
        }
    }

    /** Ends the call under way, from any thread. */
    void cut() {
        server.cut();
    }

    private Outcome enrol() {
        if (self.code().isEmpty()) {
            return new Outcome.Failed("the terminal is not enrolled; start it once with --code.", 0);
        }
        EnrolmentRequest request = new EnrolmentRequest(
                self.code(), identity.secret(), self.health().app());
        return switch (server.enrol(request)) {
            case Answer.Good<Enrolment> good -> remember(good.message().terminal());
            case Answer.Unchanged<Enrolment> unchanged -> new Outcome.Failed("the enrolment had no answer.", 0);
            case Answer.Unreadable<Enrolment> unreadable -> new Outcome.Failed(unreadable.why() + ".", 0);
            case Answer.Refused<Enrolment> refused -> failed(refused.problem(), refused.retryAfterMillis());
            case Answer.Nothing<Enrolment> nothing ->
                new Outcome.Failed(nothing.why() + ".", nothing.retryAfterMillis());
        };
    }

    private Outcome remember(String terminal) {
        try {
            identity = identity.enrolledAs(terminal, self.folder());
            return new Outcome.Done(0);
        } catch (IOException e) {
            return new Outcome.Failed("the identity could not be saved (" + e.getMessage() + ").", 0);
        }
    }

    private Outcome send() {
        while (true) {
            PressTime sent = now.get();
            outbox.clock(sent);
            PendingBatch oldest = outbox.oldest(Limits.BATCH_RESPONSES);
            Outcome outcome = send(
                    new Batch(oldest.journal(), oldest.last(), sent, oldest.responses(), heartbeat(), oldest.boots()));
            if (outcome instanceof Outcome.Failed || outbox.oldestPending(1).isEmpty()) {
                return outcome;
            }
        }
    }

    private Outcome askForOlder(Outcome sent) {
        PressTime time = now.get();
        for (Batch batch : older.due(time, heartbeat())) {
            Outcome outcome = send(batch);
            if (outcome instanceof Outcome.Failed) {
                return outcome;
            }
        }
        older.done(time);
        return outbox.oldestPending(1).isEmpty() ? sent : new Outcome.Done(0);
    }

    private Outcome send(Batch batch) {
        return switch (server.send(identity.bearer(), batch)) {
            case Answer.Good<Receipt> good -> settle(batch, good.message());
            case Answer.Unchanged<Receipt> unchanged -> new Outcome.Failed("the batch had no answer.", 0);
            case Answer.Unreadable<Receipt> unreadable -> new Outcome.Failed(unreadable.why() + ".", 0);
            case Answer.Refused<Receipt> refused -> refused(batch, refused);
            case Answer.Nothing<Receipt> nothing -> new Outcome.Failed(nothing.why() + ".", nothing.retryAfterMillis());
        };
    }

    /** How the terminal is now. Thread-safe. */
    public Heartbeat heartbeat() {
        return new Heartbeat(
                self.health().app(),
                self.config().version(),
                outbox.pending(),
                self.health().problems(),
                self.config().refused(),
                outbox.unit());
    }

    /** Only numbers that were in this batch, by a receipt for this journal, are settled. */
    private Outcome settle(Batch batch, Receipt receipt) {
        if (!receipt.journal().equals(batch.journal())) {
            return new Outcome.Failed("the receipt is for another journal; nothing was settled.", 0);
        }
        List<Receipt.Range> held = heldOf(batch, receipt);
        List<Long> conflicts = receipt.conflicts().stream()
                .filter(number -> batch.responses().stream().anyMatch(it -> it.number() == number))
                .toList();
        outbox.settle(batch.journal(), held);
        outbox.conflict(batch.journal(), conflicts);
        receipt.missing().ifPresent(missing -> sendAgain(batch, missing));
        listeners.receipt().accept(receipt);
        if (held.isEmpty() && conflicts.isEmpty() && !batch.responses().isEmpty()) {
            return new Outcome.Failed("the receipt names none of the responses sent.", 0);
        }
        accepted();
        return renewConfig(receipt);
    }

    private void sendAgain(Batch batch, List<Receipt.Range> missing) {
        long uptime = batch.sent().uptimeMillis();
        outbox.sendAgain(batch.journal(), asked.news(batch.journal(), missing, batch.last(), uptime));
    }

    /** The receipt's ranges, cut to what was sent: everything pending between a batch's first and last was in it. */
    private static List<Receipt.Range> heldOf(Batch batch, Receipt receipt) {
        if (batch.responses().isEmpty()) {
            return List.of();
        }
        long first = batch.responses().getFirst().number();
        long last = batch.responses().getLast().number();
        return receipt.settled().stream()
                .filter(range -> batch.responses().stream().anyMatch(it -> holds(range, it.number())))
                .map(range -> new Receipt.Range(Math.max(range.first(), first), Math.min(range.last(), last)))
                .toList();
    }

    /** A range that lies in a gap between the numbers sent would settle nothing, and be asked for without end. */
    private static boolean holds(Receipt.Range range, long number) {
        return range.first() <= number && number <= range.last();
    }

    private void accepted() {
        self.health().well("not-signed-in");
        self.health().well("terminal-revoked");
        self.health().well("terminal-replaced");
    }

    private Outcome refused(Batch batch, Answer.Refused<Receipt> refused) {
        Problem problem = refused.problem();
        Matcher named = NAMED.matcher(problem.detail());
        if (problem.status() / 100 == 4 && named.find()) {
            int index = Integer.parseInt(named.group(1));
            if (index < batch.responses().size()) {
                outbox.keepAside(batch.journal(), batch.responses().get(index).number(), problem.detail());
                self.health().trouble(ASIDE);
                return new Outcome.Done(0);
            }
        }
        return failed(problem, refused.retryAfterMillis());
    }

    private Outcome failed(Problem problem, long retryAfterMillis) {
        if (problem.status() == 401 || problem.status() == 403) {
            self.health().trouble(problem.word());
        }
        return new Outcome.Failed("the server says: " + problem.detail(), retryAfterMillis);
    }

    private Outcome renewConfig(Receipt receipt) {
        Outcome done = new Outcome.Done(TimeUnit.SECONDS.toMillis(receipt.waitSeconds()));
        String known = self.config().version();
        if (receipt.config().equals(known)) {
            self.config().confirm();
            self.health().well(CONFIG_UNREAD);
            return done;
        }
        if (receipt.config().equals(refused)) {
            return done;
        }
        return switch (server.config(identity.bearer(), known)) {
            case Answer.Good<Config> good -> keep(good.message(), done);
            case Answer.Unchanged<Config> unchanged -> done;
            case Answer.Unreadable<Config> unreadable ->
                unreadable.version().equals(receipt.config())
                        ? refuse(unreadable, done)
                        : unread(unreadable.why(), done); // a page of a portal may bear a version of its own
            case Answer.Refused<Config> refusal -> unread(refusal.problem().detail(), done);
            case Answer.Nothing<Config> nothing -> unread(nothing.why(), done);
        };
    }

    /** What this build cannot read today it cannot read in a minute; a newer one asks again at its start. */
    private Outcome refuse(Answer.Unreadable<Config> unreadable, Outcome done) {
        refused = unreadable.version();
        self.config().refuse(unreadable.version(), unreadable.why());
        self.health().well(CONFIG_UNREAD);
        return done;
    }

    private Outcome keep(Config config, Outcome done) {
        try {
            self.config().keep(config);
            self.health().well(CONFIG_UNREAD);
            listeners.newConfig().accept(config);
            return done;
        } catch (IOException e) {
            return unread(String.valueOf(e.getMessage()), done);
        }
    }

    /** The responses are safe; only the config is old. The last known good one stays in use. */
    private Outcome unread(String why, Outcome done) {
        if (self.health().trouble(CONFIG_UNREAD)) {
            LOG.warn("The new config could not be taken ({}). The last good one stays in use; it is tried again.", why);
        }
        return done;
    }
}
