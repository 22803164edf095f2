package hymio.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Where a terminal's cable meets the world: passes connections on to the server, or does to them what networks do. */
final class Edge implements AutoCloseable {
    /** What becomes of a connection. */
    enum Weather {
        FINE(0),
        /** It ends as soon as it is made. */
        REFUSED(2),
        /** It is made, and nothing ever comes back. */
        SILENT(1),
        /** All comes late, in pieces. */
        SLOW(1),
        /** The request breaks off somewhere. */
        TORN_REQUEST(2),
        /** The server has it all and answers, and the answer breaks off somewhere. */
        TORN_ANSWER(2),
        /** Somebody who wants people to sign in first says 200 to everything. */
        PORTAL(2),
        /** The same, by a redirect. */
        REDIRECT(2);

        private final int attempts;

        Weather(int attempts) {
            this.attempts = attempts;
        }

        /** How many connections meet it before a terminal has seen enough of it; some last long. */
        int attempts() {
            return attempts;
        }
    }

    private static final String PAGE = "<html><title>Tervetuloa</title><a href=\"/sign-in\">Sign in</a></html>";
    private static final int SLOW_MILLIS = 150;
    private static final int SLOW_BYTES = 100;

    private final InetSocketAddress server;
    private final RandomGenerator random;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private Weather weather = Weather.FINE;
    private int met;

    /** @param address of this machine on the terminal's cable */
    Edge(InetAddress address, InetSocketAddress server, RandomGenerator random) throws IOException {
        this.server = server;
        this.random = random;
        listener = new ServerSocket(0, 50, address);
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** From now on, and for connections that are open. */
    synchronized void weather(Weather next) {
        weather = next;
        met = 0;
        sockets.forEach(Edge::tear);
        notifyAll();
    }

    /** Waits until so many connections have met the weather of now. */
    synchronized void awaitMet(int connections) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (met < connections) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no connection came into " + weather);
            }
            wait(100);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        weather(Weather.REFUSED);
    }

    private synchronized Weather meet(Socket near) {
        sockets.add(near);
        met++;
        notifyAll();
        return weather;
    }

    private void listen() {
        try {
            while (true) {
                Socket near = listener.accept();
                Thread.ofVirtual().start(() -> handle(near));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void handle(Socket near) {
        try (near) {
            switch (meet(near)) {
                case FINE -> join(near, Long.MAX_VALUE, Long.MAX_VALUE, false);
                case REFUSED -> tear(near);
                case SILENT -> near.getInputStream().transferTo(OutputStream.nullOutputStream());
                case SLOW -> join(near, Long.MAX_VALUE, Long.MAX_VALUE, true);
                case TORN_REQUEST -> join(near, random.nextLong(1, 600), Long.MAX_VALUE, false);
                case TORN_ANSWER -> join(near, Long.MAX_VALUE, random.nextLong(1, 300), false);
                case PORTAL -> answer(near, "200 OK", "");
                case REDIRECT -> answer(near, "302 Found", "Location: http://portal.test/\r\n");
            }
        } catch (IOException e) {
            // A connection that ends badly is what this is for.
        } finally {
            sockets.remove(near);
        }
    }

    /** Passes at most so many bytes there and back, then tears both sides. */
    private void join(Socket near, long there, long back, boolean slow) throws IOException {
        try (Socket far = new Socket()) {
            sockets.add(far);
            far.connect(server, 5_000);
            Thread other = Thread.ofVirtual().start(() -> pass(far, near, back, slow));
            pass(near, far, there, slow);
            other.join();
            sockets.remove(far);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(Socket from, Socket to, long most, boolean slow) {
        byte[] piece = new byte[slow ? SLOW_BYTES : 8_192];
        long left = most;
        try {
            InputStream in = from.getInputStream();
            int read = in.read(piece);
            while (read >= 0 && left > 0) {
                if (slow) {
                    Thread.sleep(SLOW_MILLIS);
                }
                to.getOutputStream().write(piece, 0, (int) Math.min(read, left));
                left -= read;
                read = left > 0 ? in.read(piece) : -1;
            }
        } catch (IOException | InterruptedException e) {
            // Torn, by this or the other direction.
        }
        tear(from);
        tear(to);
    }

    private static void answer(Socket near, String status, String header) throws IOException {
        near.getInputStream().read(new byte[8_192]);
        String answer = "HTTP/1.1 " + status + "\r\n" + header + "Content-Type: text/html\r\nContent-Length: "
                + PAGE.length() + "\r\nConnection: close\r\n\r\n" + PAGE;
        near.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        near.shutdownOutput();
        near.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static void tear(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }
}
