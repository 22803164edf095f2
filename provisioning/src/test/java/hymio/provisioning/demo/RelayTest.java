package hymio.provisioning.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real sockets on the loopback; the far end sends back what it gets. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class RelayTest {
    private ServerSocket echo;
    private Thread echoing;
    private Relay relay;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        echoing = Thread.ofVirtual().start(this::serve);
        relay = new Relay(new InetSocketAddress(InetAddress.getLoopbackAddress(), echo.getLocalPort()));
    }

    @AfterEach
    void stop() throws IOException {
        relay.close();
        echo.close();
    }

    @Test
    void bytesPassBothWaysAndTheEndToo() throws Exception {
        byte[] much = new byte[300_000];
        try (Socket socket = connect()) {
            Thread.ofVirtual().start(() -> {
                try {
                    socket.getOutputStream().write(much);
                    socket.shutdownOutput();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(socket.getInputStream().readAllBytes()).hasSize(much.length);
        }
    }

    @Test
    void cutTearsLiveConnections() throws Exception {
        try (Socket socket = connect()) {
            assertThat(answersTo(socket)).isTrue();
            relay.cut();
            assertThat(answersTo(socket)).isFalse();
        }
    }

    @Test
    void nothingPassesWhileCutAndAllAfterwards() throws Exception {
        relay.cut();
        try (Socket socket = connect()) {
            assertThat(answersTo(socket)).isFalse();
        }
        relay.mend();
        try (Socket socket = connect()) {
            assertThat(answersTo(socket)).isTrue();
        }
    }

    @Test
    void deadServerLooksLikeABrokenConnection() throws Exception {
        echo.close();
        // While it still hangs in accept, the kernel may hand it one more connection.
        echoing.join();
        try (Socket socket = connect()) {
            assertThat(answersTo(socket)).isFalse();
        }
    }

    /** The kernel may still take a connection for a moment, but nobody answers on it. */
    @Test
    void closedRelayPassesNothing() {
        relay.close();
        assertThatThrownBy(() -> {
                    try (Socket socket = connect()) {
                        assertThat(answersTo(socket)).isFalse();
                        throw new IOException("connected, but silent");
                    }
                })
                .isInstanceOf(IOException.class);
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), relay.port());
    }

    private static boolean answersTo(Socket socket) {
        try {
            socket.getOutputStream().write(7);
            return socket.getInputStream().read() == 7;
        } catch (IOException e) {
            return false;
        }
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread.ofVirtual().start(() -> {
                    try (socket) {
                        socket.getInputStream().transferTo(socket.getOutputStream());
                    } catch (IOException e) {
                        assertThat(e).isNotNull();
                    }
                });
            } catch (IOException e) {
                assertThat(echo.isClosed()).isTrue();
            }
        }
    }
}
