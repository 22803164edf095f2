package hymio.server.bench;

import hymio.bench.BenchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Terminals that call at once, each on a connection of its own, one batch after the other. */
final class Crowd {
    private static final int OK = 200;
    private static final int BUSY = 503;
    /** A terminal that was sent away comes again after about so long, a little sooner or later than the others. */
    private static final int MOST_TRIES = 60;

    private final int port;
    private final AtomicLong sentAway = new AtomicLong();
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /**
     * How it went.
     *
     * @param seconds from the first connection to the last receipt
     * @param sentAway answers that said to come again later
     */
    record Result(double seconds, long sentAway) {}

    Crowd(int port) {
        this.port = port;
    }

    /**
     * Sends all; every batch must get its receipt.
     *
     * @param requests for each terminal the requests it sends, in order
     */
    Result send(List<List<byte[]>> requests) throws InterruptedException, BenchException {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>(requests.size());
        for (List<byte[]> mine : requests) {
            threads.add(Thread.ofVirtual().start(() -> terminal(start, mine)));
        }
        long begun = System.nanoTime();
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (failure.get() != null) {
            throw new BenchException("a terminal could not send its batches (" + failure.get() + ")");
        }
        return new Result(seconds, sentAway.get());
    }

    private void terminal(CountDownLatch start, List<byte[]> requests) {
        try {
            start.await();
            try (RawClient client = new RawClient(port)) {
                for (byte[] request : requests) {
                    sendOne(client, request);
                }
            }
        } catch (IOException | InterruptedException | BenchException e) {
            failure.compareAndSet(null, e);
        }
    }

    private void sendOne(RawClient client, byte[] request) throws IOException, InterruptedException, BenchException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            RawClient.Answer answer = client.send(request);
            if (answer.status() == OK) {
                return;
            }
            if (answer.status() != BUSY) {
                throw new BenchException("the server answered " + answer.status() + ": " + new String(answer.body()));
            }
            sentAway.incrementAndGet();
            Thread.sleep(ThreadLocalRandom.current().nextLong(1_000L * Math.max(1, answer.retryAfterSeconds())));
        }
        throw new BenchException("sent away " + MOST_TRIES + " times");
    }
}
