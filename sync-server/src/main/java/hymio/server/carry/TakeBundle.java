package hymio.server.carry;

import hymio.server.access.Permit;
import hymio.server.audit.AuditLog;
import hymio.server.audit.Change;
import hymio.server.audit.What;
import hymio.server.carry.BundleOutcome.Reason;
import hymio.server.ingest.Arrival;
import hymio.server.ingest.IngestLoop;
import hymio.server.ingest.IngestOutcome;
import hymio.server.terminal.Terminal;
import hymio.server.terminal.TerminalStore;
import hymio.wire.BadWireException;
import hymio.wire.Batch;
import hymio.wire.Bundle;
import hymio.wire.BundleFile;
import hymio.wire.BundleReceipt;
import hymio.wire.Limits;
import hymio.wire.Response;
import hymio.wire.WireCodec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what a terminal wrote for being carried by hand. Its batches go the way of all batches, one after the other,
 * so a bundle may come twice, late, in any order and mixed with batches from the network. Thread-safe.
 */
public final class TakeBundle {
    /** Bundles that are unpacked at once: each may be 50 000 responses. */
    private static final int AT_ONCE = 2;
    /** So many responses of one batch may be impossible before all of it is. */
    static final int IMPOSSIBLE = 20;

    private static final Pattern NAMED = Pattern.compile("responses\\[(\\d+)].*");
    private static final Logger LOG = LoggerFactory.getLogger(TakeBundle.class);

    private final TerminalStore terminals;
    private final IngestLoop ingest;
    private final AuditLog audit;
    private final WireCodec codec;
    private final InstantSource clock;
    private final Duration patience;
    private final Semaphore admission = new Semaphore(AT_ONCE, true);

    /** @param patience how long a bundle may wait for its turn, and each of its batches again */
    public TakeBundle(
            TerminalStore terminals,
            IngestLoop ingest,
            AuditLog audit,
            WireCodec codec,
            InstantSource clock,
            Duration patience) {
        this.audit = audit;
        this.terminals = terminals;
        this.ingest = ingest;
        this.codec = codec;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * @param bytes a {@link BundleFile}, or whatever somebody took for one
     * @param permit of whoever brings it
     */
    public BundleOutcome take(byte[] bytes, Permit permit) throws InterruptedException {
        if (bytes.length == 0) {
            return refused(Reason.EMPTY, "The file is empty. Write the bundle again.");
        }
        if (bytes.length > Limits.BODY_BYTES) {
            return refused(Reason.TOO_LARGE, "A bundle is at most " + Limits.BODY_BYTES + " bytes.");
        }
        BundleFile file;
        try {
            file = BundleFile.read(bytes);
        } catch (BadWireException e) {
            return refused(Reason.NO_BUNDLE, String.valueOf(e.getMessage()));
        }
        Optional<TerminalStore.Signer> signer = terminals.signer(file.terminal());
        if (signer.isEmpty()) {
            return refused(Reason.UNKNOWN, "This server has no terminal " + file.terminal() + ".");
        }
        if (signer.get().secretHashes().stream().noneMatch(file::signedWith)) {
            return refused(
                    Reason.SIGNATURE,
                    "This bundle was damaged or cut short, or somebody else than terminal " + file.terminal()
                            + " wrote it. Write it again.");
        }
        String location = terminals.placeOf(file.terminal()).orElse("");
        if (!permit.sees(location)) {
            return refused(Reason.FORBIDDEN, "Terminal " + file.terminal() + " stands where this role does not hold.");
        }
        BundleOutcome outcome = inTurn(file, signer.get().terminal());
        if (outcome instanceof BundleOutcome.Taken taken) {
            String stored = String.valueOf(taken.receipt().stored());
            audit.note(permit.by(), Change.made(What.BUNDLE_TAKE, file.terminal(), location, stored));
        }
        return outcome;
    }

    private BundleOutcome inTurn(BundleFile file, Terminal terminal) throws InterruptedException {
        if (!admission.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return busy();
        }
        try {
            return store(terminal, unpack(file));
        } catch (BadWireException e) {
            return refused(Reason.UNREADABLE, String.valueOf(e.getMessage()));
        } finally {
            admission.release();
        }
    }

    private Bundle unpack(BundleFile file) {
        Bundle bundle = codec.read(codec.gunzip(file.packed()), Bundle.class);
        if (!bundle.terminal().equals(file.terminal())) {
            throw new BadWireException("terminal must be " + file.terminal() + ", as in the first line.", null);
        }
        return bundle;
    }

    private BundleOutcome store(Terminal terminal, Bundle bundle) throws InterruptedException {
        Counts counts = new Counts();
        for (int i = 0; i < bundle.batches().size(); i++) {
            Optional<BundleOutcome> failed = store(terminal, bundle.batches().get(i), i, counts);
            if (failed.isPresent()) {
                return failed.get();
            }
        }
        BundleReceipt receipt = counts.receipt(terminal.id());
        LOG.info("A bundle was carried in: {}.", receipt);
        return new BundleOutcome.Taken(receipt, terminal.name());
    }

    /** Stores one batch without what cannot be; empty when it is stored. */
    private Optional<BundleOutcome> store(Terminal terminal, Batch batch, int index, Counts counts)
            throws InterruptedException {
        Batch rest = batch;
        Optional<IngestOutcome> outcome = offer(terminal, rest);
        for (int left = IMPOSSIBLE; left > 0 && outcome.orElse(null) instanceof IngestOutcome.Refused it; left--) {
            rest = without(rest, it.field());
            outcome = offer(terminal, rest);
        }
        if (outcome.isEmpty()) {
            return Optional.of(busy());
        }
        int leftOut = batch.responses().size() - rest.responses().size();
        return switch (outcome.get()) {
            case IngestOutcome.Stored stored -> counts.add(stored, leftOut);
            case IngestOutcome.Refused it ->
                Optional.of(refused(Reason.UNREADABLE, "batches[" + index + "]." + it.field() + " " + it.why()));
            case IngestOutcome.Revoked unused ->
                throw new IllegalStateException("what a revoked terminal wrote is taken when it is carried in");
            case IngestOutcome.JournalTaken unused ->
                Optional.of(refused(
                        Reason.JOURNAL,
                        "Another terminal sent journal " + batch.journal() + " before. Was a card copied?"));
        };
    }

    /** Empty when the server has too much to do. */
    private Optional<IngestOutcome> offer(Terminal terminal, Batch batch) throws InterruptedException {
        return ingest.offer(terminal.num(), batch, new Arrival.Written(clock.millis()), patience)
                .map(CompletableFuture::join);
    }

    private static Batch without(Batch batch, String field) {
        Matcher named = NAMED.matcher(field);
        if (!named.matches()) {
            throw new IllegalStateException("ingest names responses, not " + field);
        }
        List<Response> rest = new ArrayList<>(batch.responses());
        rest.remove(Integer.parseInt(named.group(1)));
        return new Batch(batch.journal(), batch.last(), batch.sent(), rest, batch.heartbeat(), batch.boots());
    }

    private static BundleOutcome busy() {
        return refused(Reason.BUSY, "The server is busy. What it took of this bundle is safe; send it again.");
    }

    private static BundleOutcome refused(Reason reason, String detail) {
        return new BundleOutcome.Refused(reason, detail);
    }

    /** What came of the batches so far. Not thread-safe. */
    private static final class Counts {
        private long stored;
        private long known;
        private long conflicts;
        private long refused;

        /** @return that all went well */
        Optional<BundleOutcome> add(IngestOutcome.Stored batch, int impossible) {
            long settled = batch.settled().stream()
                    .mapToLong(range -> range.last() - range.first() + 1)
                    .sum();
            stored += batch.fresh();
            known += settled - batch.fresh();
            conflicts += batch.conflicts().size();
            refused += impossible;
            return Optional.empty();
        }

        BundleReceipt receipt(String terminal) {
            return new BundleReceipt(terminal, stored, known, conflicts, refused);
        }
    }
}
