package hymio.kiosk.sync;

import hymio.kiosk.config.DataFolder;
import hymio.kiosk.config.Identity;
import hymio.kiosk.config.KnownConfig;
import hymio.kiosk.health.Health;
import hymio.kiosk.outbox.Outbox;
import hymio.wire.Batch;
import hymio.wire.Config;
import hymio.wire.Enrolment;
import hymio.wire.EnrolmentRequest;
import hymio.wire.Limits;
import hymio.wire.PressTime;
import hymio.wire.Problem;
import hymio.wire.Receipt;
import hymio.wire.Response;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One round of talk with the server: enrol if need be, send what waits, settle what the receipt names, fetch a new
 * config.
 */
public final class Sync {
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
    private Identity identity;

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
    }

    /** Runs one round. Not thread-safe: one loop calls it. */
    public Outcome once() {
        if (!identity.enrolled()) {
            Outcome enrolment = enrol();
            if (enrolment instanceof Outcome.Failed) {
                return enrolment;
            }
        }
        return send();
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
            case Answer.Refused<Enrolment> refused -> failed(refused.problem(), refused.retryAfterMillis());
            case Answer.Nothing<Enrolment> nothing -> new Outcome.Failed(nothing.why() + ".", 0);
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
            List<Response> responses = outbox.oldestPending(Limits.BATCH_RESPONSES);
            Batch batch = new Batch(
                    outbox.journal(),
                    outbox.last(),
                    now.get(),
                    responses,
                    self.health().heartbeat(self.config().version(), outbox.pending()));
            Outcome outcome = switch (server.send(identity.bearer(), batch)) {
                case Answer.Good<Receipt> good -> settle(batch, good.message());
                case Answer.Unchanged<Receipt> unchanged -> new Outcome.Failed("the batch had no answer.", 0);
                case Answer.Refused<Receipt> refused -> refused(batch, refused);
                case Answer.Nothing<Receipt> nothing -> new Outcome.Failed(nothing.why() + ".", 0);
            };
            if (outcome instanceof Outcome.Failed || outbox.oldestPending(1).isEmpty()) {
                return outcome;
            }
        }
    }

    /** Only numbers that were in this batch, by a receipt for this journal, are settled. */
    private Outcome settle(Batch batch, Receipt receipt) {
        if (!receipt.journal().equals(batch.journal())) {
            return new Outcome.Failed("the receipt is for another journal; nothing was settled.", 0);
        }
        List<Long> named = batch.responses().stream()
                .map(Response::number)
                .filter(it -> holds(receipt, it))
                .toList();
        outbox.settle(named.stream().map(it -> new Receipt.Range(it, it)).toList());
        receipt.conflicts().forEach(it -> outbox.keepAside(it, "conflict"));
        listeners.receipt().accept(receipt);
        if (named.isEmpty()
                && receipt.conflicts().isEmpty()
                && !batch.responses().isEmpty()) {
            return new Outcome.Failed("the receipt names none of the responses sent.", 0);
        }
        accepted();
        return renewConfig(receipt);
    }

    private static boolean holds(Receipt receipt, long number) {
        return receipt.settled().stream().anyMatch(range -> range.first() <= number && number <= range.last());
    }

    private void accepted() {
        self.health().well("not-signed-in");
        self.health().well("terminal-revoked");
    }

    private Outcome refused(Batch batch, Answer.Refused<Receipt> refused) {
        Problem problem = refused.problem();
        Matcher named = NAMED.matcher(problem.detail());
        if (problem.status() / 100 == 4 && named.find()) {
            int index = Integer.parseInt(named.group(1));
            if (index < batch.responses().size()) {
                outbox.keepAside(batch.responses().get(index).number(), problem.detail());
                self.health().trouble("response-aside");
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
        String known = self.config().version();
        if (!receipt.config().equals(known)
                && server.config(identity.bearer(), known) instanceof Answer.Good<Config> good) {
            try {
                self.config().keep(good.message());
                listeners.newConfig().accept(good.message());
            } catch (IOException e) {
                return new Outcome.Failed("the new config could not be saved (" + e.getMessage() + ").", 0);
            }
        }
        return new Outcome.Done(TimeUnit.SECONDS.toMillis(receipt.waitSeconds()));
    }
}
