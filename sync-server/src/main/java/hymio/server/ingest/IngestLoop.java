package hymio.server.ingest;

import hymio.server.db.Db;
import hymio.server.db.StorageFault;
import hymio.wire.Batch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the threads that store batches, as many as the database has writers. Each takes all that wait and commits them
 * together, because a commit costs a write to the disk however much it holds; each batch learns its outcome after the
 * commit. A batch that makes the transaction fail does not harm the others. Thread-safe.
 */
public final class IngestLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IngestLoop.class);
    /** Responses of one commit; more than a thousand gain nothing and make everyone wait. */
    private static final int GROUP_ROWS = 10_000;

    private final Db db;
    /** Empty: wakes who waits, because the loop is closed. */
    private final BlockingQueue<Optional<Job>> queue;

    private final List<Thread> threads;
    private final Lock gathering = new ReentrantLock();
    private volatile boolean closed;

    /** @param capacity batches that may wait */
    public IngestLoop(Db db, int capacity) {
        this.db = db;
        queue = new ArrayBlockingQueue<>(capacity);
        threads = IntStream.range(0, db.writers())
                .mapToObj(unused -> Thread.ofPlatform().name("ingest").start(this::run))
                .toList();
    }

    private record Job(long terminal, Batch batch, Arrival arrival, CompletableFuture<IngestOutcome> outcome) {
        /** As a group counts them: a batch is work even without a response. */
        int rows() {
            return batch.responses().size() + 1;
        }
    }

    /**
     * Hands in a batch; empty when the queue stays full for the whole patience. The future is done after the commit, or
     * fails when nothing of the batch was stored. Batches of one bundle are handed in one after the other, each as
     * {@link Arrival.Written}.
     *
     * @param terminal its number in the database
     */
    public Optional<CompletableFuture<IngestOutcome>> offer(
            long terminal, Batch batch, Arrival arrival, Duration patience) throws InterruptedException {
        Job job = new Job(terminal, batch, arrival, new CompletableFuture<>());
        Optional<Job> waiting = Optional.of(job);
        boolean taken = !closed && queue.offer(waiting, patience.toMillis(), TimeUnit.MILLISECONDS);
        boolean tooLate = taken && threads.stream().noneMatch(Thread::isAlive) && queue.remove(waiting);
        return taken && !tooLate ? Optional.of(job.outcome()) : Optional.empty();
    }

    /** Batches that wait for their turn. */
    public int waiting() {
        return queue.size();
    }

    /** Whether batches are still stored. */
    public boolean alive() {
        return !closed && threads.stream().allMatch(Thread::isAlive);
    }

    /** Stores what waits and ends. */
    @Override
    public void close() {
        closed = true;
        queue.offer(Optional.empty()); // when it is full, nobody waits in vain
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (List<Job> group = gather(); !group.isEmpty(); group = gather()) {
                store(group);
            }
        } catch (InterruptedException e) {
            LOG.error("The ingest was interrupted from outside. Restart the server, and please report this.", e);
        }
    }

    /** Waits for a batch, and takes all that wait with it; empty when the loop ends. One thread at a time. */
    private List<Job> gather() throws InterruptedException {
        gathering.lock();
        try {
            List<Job> group = new ArrayList<>();
            while (group.isEmpty() && !(closed && queue.isEmpty())) {
                queue.take().ifPresent(group::add);
            }
            takeWaiting(group);
            return group;
        } finally {
            gathering.unlock();
        }
    }

    private void takeWaiting(List<Job> group) {
        int rows = group.stream().mapToInt(Job::rows).sum();
        for (Optional<Job> next = queue.peek(); next != null; next = queue.peek()) {
            rows += next.map(Job::rows).orElse(0);
            if (rows > GROUP_ROWS) {
                return;
            }
            queue.remove().ifPresent(group::add);
        }
    }

    private void store(List<Job> group) {
        List<IngestOutcome> outcomes;
        try {
            outcomes = db.writeTogether(handle -> storeAll(handle.getConnection(), group));
        } catch (Exception | Error e) {
            failed(group, e);
            return;
        }
        for (int i = 0; i < group.size(); i++) {
            group.get(i).outcome().complete(outcomes.get(i));
        }
    }

    private List<IngestOutcome> storeAll(Connection connection, List<Job> group) throws SQLException {
        List<IngestOutcome> outcomes = new ArrayList<>(group.size());
        try (IngestBatch ingest = new IngestBatch(connection, db.dialect())) {
            ingest.lock(group.stream().mapToLong(Job::terminal));
            for (Job job : group) {
                outcomes.add(ingest.store(job.terminal(), job.batch(), job.arrival()));
            }
            ingest.finish();
        }
        return outcomes;
    }

    /** The transaction was rolled back. Unless the storage itself fails, each batch gets a transaction of its own. */
    private void failed(List<Job> group, Throwable failure) {
        if (group.size() == 1 || StorageFault.of(failure).isPresent()) {
            group.forEach(job -> job.outcome().completeExceptionally(failure));
        } else {
            group.forEach(job -> store(List.of(job)));
        }
    }
}
