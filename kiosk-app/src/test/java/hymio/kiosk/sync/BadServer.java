package hymio.kiosk.sync;

import hymio.wire.Batch;
import hymio.wire.Receipt;
import hymio.wire.Response;
import hymio.wire.Wire;
import hymio.wire.WireCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server of bare sockets that does to each batch what it was told to do next, and takes it properly when nothing is
 * left to do. There is never a new config.
 */
final class BadServer implements AutoCloseable {
    private final WireCodec codec = new WireCodec();
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Batch> batches = new ArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int waitSeconds = 20;

    /** What happens to one batch. */
    @FunctionalInterface
    interface Fault {
        /** May end with any exception; the connection is closed then. */
        void play(Call call) throws IOException, InterruptedException;
    }

    BadServer() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    void next(Collection<Fault> then) {
        faults.addAll(then);
    }

    /** From now on batches are taken properly. */
    void forget() {
        faults.clear();
    }

    void waitSeconds(int seconds) {
        waitSeconds = seconds;
    }

    /** Batches so far, answered or not. */
    int calls() {
        return calls.get();
    }

    /** Batches that were taken. */
    List<Batch> batches() {
        synchronized (batches) {
            return List.copyOf(batches);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            String head = head(in);
            if (head.startsWith("GET " + Wire.CONFIG)) {
                socket.getOutputStream().write(ascii("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"));
                return;
            }
            calls.incrementAndGet();
            Fault fault = faults.poll();
            Call call = new Call(socket, head);
            (fault == null ? (Fault) Call::good : fault).play(call);
        } catch (IOException | InterruptedException e) {
            // the terminal has had enough
        } finally {
            open.remove(socket);
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the terminal hung up");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** One batch that came; its body is not read yet. */
    final class Call {
        private final Socket socket;
        private final String head;

        Call(Socket socket, String head) {
            this.socket = socket;
            this.head = head;
        }

        OutputStream out() throws IOException {
            return socket.getOutputStream();
        }

        void send(String text) throws IOException {
            send(ascii(text));
        }

        void send(byte[] bytes) throws IOException {
            out().write(bytes);
            out().flush();
        }

        /** Reads the whole request. */
        Batch batch() throws IOException {
            String length = head.lines()
                    .filter(it -> it.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                    .map(it -> it.substring(it.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseThrow();
            byte[] body = socket.getInputStream().readNBytes(Integer.parseInt(length));
            return codec.read(codec.gunzip(body), Batch.class);
        }

        /** The receipt that a good server would give. */
        byte[] receipt() throws IOException {
            Batch batch = batch();
            List<Receipt.Range> all = batch.responses().stream()
                    .map(Response::number)
                    .map(it -> new Receipt.Range(it, it))
                    .toList();
            return receipt(batch, new Receipt(batch.journal(), all, List.of(), 1, "c0", waitSeconds));
        }

        private byte[] receipt(Batch batch, Receipt receipt) {
            synchronized (batches) {
                batches.add(batch);
            }
            return codec.write(receipt);
        }

        void ok(byte[] body) throws IOException {
            send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n");
            send(body);
        }

        void good() throws IOException {
            ok(receipt());
        }

        /** The connection breaks: the other side sees a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Says nothing more until the terminal hangs up. */
        void silence() {
            try {
                while (socket.getInputStream().read() >= 0) {
                    Thread.onSpinWait();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
