package hymio.provisioning.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cable between one terminal and the server that can be pulled: connections to a port of this machine are passed on
 * byte by byte. While cut, live connections are torn and new ones die at once. Thread-safe.
 */
final class Relay implements AutoCloseable {
    private static final int CONNECTIONS = 64;
    private static final int CONNECT_MILLIS = 5_000;

    private final InetSocketAddress target;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /** @param target where the other end of the cable is */
    Relay(InetSocketAddress target) {
        this.target = target;
        try {
            listener = new ServerSocket(0, CONNECTIONS, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    /** The port of this machine that stands for the server. */
    int port() {
        return listener.getLocalPort();
    }

    /** Pulls the cable. */
    void cut() {
        cut = true;
        sockets.forEach(Relay::tear);
    }

    /** Puts the cable back. */
    void mend() {
        cut = false;
    }

    @Override
    public void close() {
        cut();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends when the listener is closed; if the machine refuses sockets, the cable stays pulled. */
    private void listen() {
        try {
            while (true) {
                Socket near = listener.accept();
                sockets.add(near);
                Thread.ofVirtual().start(() -> join(near));
            }
        } catch (IOException e) {
            cut();
        }
    }

    private void join(Socket near) {
        Socket far = new Socket();
        sockets.add(far);
        try (near;
                far) {
            // Looked at after the sockets were added: a cut either sees them there or is seen here.
            if (cut || sockets.size() > 2 * CONNECTIONS) {
                return;
            }
            far.connect(target, CONNECT_MILLIS);
            Thread back = Thread.ofVirtual().start(() -> pass(far, near));
            pass(near, far);
            back.join();
        } catch (IOException e) {
            // The server is away: the terminal sees a broken connection, as with a real cable.
            tear(near);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(near);
            sockets.remove(far);
        }
    }

    /** Passes bytes on until one side ends; the other side then sees the end too. */
    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            tear(from);
            tear(to);
        }
    }

    private static void tear(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
