package hymio.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hymio.server.Batches;
import hymio.server.TestClock;
import hymio.server.Town;
import hymio.server.db.StorageFault;
import hymio.wire.Batch;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConnection;

@Timeout(60)
class IngestLoopTest {
    private static final Arrival NOW = new Arrival.Now(TestClock.START.toEpochMilli());
    private static final Duration NO_PATIENCE = Duration.ofMillis(1);

    @TempDir
    Path folder;

    private static Batch batch(int option) {
        return Batches.of(UUID.randomUUID(), Batches.response(1, 1), Batches.response(2, option));
    }

    private static CompletableFuture<IngestOutcome> offer(IngestLoop loop, long terminal, Batch batch)
            throws InterruptedException {
        return loop.offer(terminal, batch, NOW, NO_PATIENCE).orElseThrow();
    }

    /** Holds the writer while the work runs, so that what is offered meanwhile waits. */
    private static void whileWriting(Town town, ThrowingRunnable work) throws Exception {
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread holder = Thread.ofPlatform()
                .start(() -> town.db.change(handle -> {
                    holding.countDown();
                    awaitQuietly(done);
                }));
        holding.await();
        try {
            work.run();
        } finally {
            done.countDown();
            holder.join();
        }
    }

    private static AtomicInteger countCommits(Town town) throws SQLException {
        AtomicInteger commits = new AtomicInteger();
        town.db.<SQLException>change(handle -> handle.getConnection()
                .unwrap(SQLiteConnection.class)
                .addCommitListener(new SQLiteCommitListener() {
                    @Override
                    public void onCommit() {
                        commits.incrementAndGet();
                    }

                    @Override
                    public void onRollback() {}
                }));
        return commits;
    }

    private static void awaitQuietly(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface ThrowingRunnable {
        void run() throws Exception;
    }

    @Test
    void batchThatCannotBeStoredDoesNotHarmTheOthersOfItsCommit() throws Exception {
        try (Town town = new Town(folder);
                IngestLoop loop = new IngestLoop(town.db, 10)) {
            long terminal = town.terminal("kaupunki");
            town.db.change(handle ->
                    handle.execute("create unique index poison on response ((option + 0)) where option = 77"));
            offer(loop, terminal, batch(77)).get();
            List<CompletableFuture<IngestOutcome>> outcomes = new ArrayList<>();
            whileWriting(town, () -> {
                for (int option : new int[] {1, 2, 77, 3}) {
                    outcomes.add(offer(loop, terminal, batch(option)));
                }
            });
            for (int i : new int[] {0, 1, 3}) {
                assertThat(outcomes.get(i).get()).isInstanceOf(IngestOutcome.Stored.class);
            }
            assertThatThrownBy(() -> outcomes.get(2).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasStackTraceContaining("poison");
            assertThat(town.count("response")).isEqualTo(8);
            assertThat(town.count("journal")).isEqualTo(4);
            assertThat(town.tallies()).isEqualTo(town.recount()).isNotEmpty();
        }
    }

    @Test
    @Tag("sqlite")
    void batchesThatWaitAreCommittedTogether() throws Exception {
        try (Town town = new Town(folder);
                IngestLoop loop = new IngestLoop(town.db, 10)) {
            long terminal = town.terminal("kaupunki");
            AtomicInteger commits = countCommits(town);
            List<CompletableFuture<IngestOutcome>> outcomes = new ArrayList<>();
            whileWriting(town, () -> {
                for (int i = 0; i < 5; i++) {
                    outcomes.add(offer(loop, terminal, batch(1)));
                }
                commits.set(0);
            });
            for (CompletableFuture<IngestOutcome> outcome : outcomes) {
                assertThat(outcome.get()).isInstanceOf(IngestOutcome.Stored.class);
            }
            assertThat(town.count("response")).isEqualTo(10);
            // Who held the writer, the first batch alone, the other four.
            assertThat(commits.get()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void fullQueueIsRefusedAtOnce() throws Exception {
        try (Town town = new Town(folder);
                IngestLoop loop = new IngestLoop(town.db, 1)) {
            long terminal = town.terminal("kaupunki");
            whileWriting(town, () -> {
                int taken = 0;
                while (taken < 100
                        && loop.offer(terminal, batch(1), NOW, Duration.ofMillis(200))
                                .isPresent()) {
                    taken++;
                }
                assertThat(taken).isBetween(1, 99);
            });
        }
    }

    @Test
    void batchesTakenAreStoredBeforeTheLoopEnds() throws Exception {
        try (Town town = new Town(folder)) {
            IngestLoop loop = new IngestLoop(town.db, 10);
            long terminal = town.terminal("kaupunki");
            List<CompletableFuture<IngestOutcome>> outcomes = new ArrayList<>();
            Thread closer = Thread.ofPlatform().unstarted(loop::close);
            whileWriting(town, () -> {
                for (int i = 0; i < 5; i++) {
                    outcomes.add(offer(loop, terminal, batch(1)));
                }
                closer.start();
                closer.join(200);
                assertThat(closer.isAlive()).isTrue();
            });
            closer.join();
            assertThat(outcomes).allMatch(CompletableFuture::isDone);
            assertThat(town.count("response")).isEqualTo(10);
            assertThat(loop.offer(terminal, batch(1), NOW, NO_PATIENCE)).isEmpty();
        }
    }

    @Test
    @Tag("sqlite")
    void fullDiskStoresNothingOfTheBatchAndIsNamed() throws Exception {
        try (Town town = new Town(folder, 70);
                IngestLoop loop = new IngestLoop(town.db, 10)) {
            long terminal = town.terminal("kaupunki");
            Throwable failure = null;
            long stored = 0;
            while (failure == null) {
                long before = stored;
                CompletableFuture<IngestOutcome> outcome = offer(loop, terminal, Town.large(UUID.randomUUID()));
                try {
                    outcome.get(10, TimeUnit.SECONDS);
                    stored = before + 1000;
                } catch (ExecutionException e) {
                    failure = e;
                }
            }
            assertThat(StorageFault.of(failure)).contains(StorageFault.DISK);
            assertThat(town.count("response")).isEqualTo(stored);
            assertThat(town.tallies()).isEqualTo(town.recount());
        }
    }

    @Test
    void terminalRevokedBetweenSignInAndCommitIsRefused() throws Exception {
        try (Town town = new Town(folder);
                IngestLoop loop = new IngestLoop(town.db, 10)) {
            long terminal = town.terminal("kaupunki");
            town.revokeAll();
            assertThat(offer(loop, terminal, batch(1)).get()).isEqualTo(new IngestOutcome.Revoked());
            assertThat(town.count("response")).isZero();
            assertThat(town.count("journal")).isZero();
        }
    }
}
