package hymio.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import hymio.server.TestServer.Enrolled;
import hymio.wire.Limits;
import hymio.wire.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Slow, stalled, huge and malformed clients by the thousand leave others served. */
@Timeout(90)
class BadClientsTest {
    private static final int STALLED = 900;
    private static final int DRIPPING = 300;
    private static final int HUGE = 60;
    private static final int MALFORMED = 300;
    /** Terminals wait longer than this; the machine of the test may have other work. */
    private static final long PATIENCE_MILLIS = 20_000;

    private static final long USUAL_MILLIS = 2_000;

    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Random random = new Random(7);
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
    }

    @AfterEach
    void stop() throws IOException {
        over.set(true);
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    @Test
    void othersAreServedMeanwhile() throws Exception {
        server.location("kirjasto", "", "UTC");
        Enrolled terminal = server.enrolled("kirjasto");
        stall(terminal);
        List<Socket> dripping = dripping(terminal);
        Thread drip = Thread.ofVirtual().start(() -> drip(dripping));
        Thread huge = Thread.ofVirtual().start(() -> huge(terminal));
        Thread malformed = Thread.ofVirtual().start(this::malformed);
        List<Long> millis = new ArrayList<>();
        while (huge.isAlive() || malformed.isAlive() || millis.size() < 50) {
            long began = System.nanoTime();
            assertThat(server.sendPlain(terminal, batch(millis.size() + 1)).status())
                    .isEqualTo(200);
            assertThat(server.get(Wire.LOCATIONS).status()).isEqualTo(200);
            millis.add((System.nanoTime() - began) / 1_000_000);
        }
        int asked = millis.size();
        millis.sort(null);
        assertThat(millis.get(asked / 2)).as("usual time of two answers, ms").isLessThan(USUAL_MILLIS);
        assertThat(millis.getLast()).as("slowest, ms").isLessThan(PATIENCE_MILLIS);
        huge.join();
        malformed.join();
        over.set(true);
        drip.join();
        assertThat(server.get(Wire.TERMINALS).text()).contains("\"received\":" + asked);
    }

    /** One new response each time, with the journal and boot of the golden sample's kind. */
    private static String batch(int number) {
        String id = "00000000-0000-0000-0000-000000000001";
        String clock = "\"boot\":\"" + id + "\",\"offset\":1767225600000,\"trusted\":true";
        return "{\"journal\":\"" + id + "\",\"last\":" + number + ",\"sent\":{" + clock + ",\"uptime\":"
                + (number + 10) + "},\"clocks\":[{" + clock + "}],\"responses\":[{\"number\":" + number
                + ",\"question\":\"service@1\",\"option\":1,\"uptime\":" + number + ",\"clock\":0}],"
                + "\"heartbeat\":{\"app\":\"0.1.0\",\"config\":\"\",\"pending\":0,\"problems\":[]}}";
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        synchronized (sockets) {
            sockets.add(socket);
        }
        return socket;
    }

    private static String head(Enrolled terminal, long length) {
        return "POST " + Wire.BATCHES + " HTTP/1.1\r\nHost: a\r\nWire-Version: 1\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + terminal.bearer() + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    /** A third says nothing, a third stops in the head, a third in the body. */
    private void stall(Enrolled terminal) throws IOException {
        for (int i = 0; i < STALLED; i++) {
            OutputStream out = connect().getOutputStream();
            String head = head(terminal, 1_000);
            String part = i % 3 == 0 ? "" : i % 3 == 1 ? head.substring(0, 40) : head + "{\"journal\":";
            out.write(part.getBytes(US_ASCII));
        }
    }

    private List<Socket> dripping(Enrolled terminal) throws IOException {
        List<Socket> dripping = new ArrayList<>();
        for (int i = 0; i < DRIPPING; i++) {
            Socket socket = connect();
            if (i % 2 == 0) {
                socket.getOutputStream().write(head(terminal, 100_000).getBytes(US_ASCII));
            }
            dripping.add(socket);
        }
        return dripping;
    }

    /** One byte each, again and again: never idle, and never done. */
    private void drip(List<Socket> dripping) {
        while (!over.get()) {
            for (Socket socket : dripping) {
                try {
                    socket.getOutputStream().write('G');
                } catch (IOException e) { // the server had enough of it
                }
            }
            LockSupport.parkNanos(200_000_000);
        }
    }

    /** Bodies over the limit, said or not, and bodies that unpack to far more. */
    private void huge(Enrolled terminal) {
        byte[] bomb = bomb();
        for (int i = 0; i < HUGE; i++) {
            assertThat(server.sendRaw(terminal, bomb).problem()).isEqualTo("too-large");
            try (Socket socket = connect()) {
                OutputStream out = socket.getOutputStream();
                String length = i % 2 == 0 ? "Content-Length: 9000000000000" : "Transfer-Encoding: chunked";
                String head = head(terminal, 0).replace("Content-Length: 0", length);
                out.write(head.getBytes(US_ASCII));
                byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(US_ASCII);
                for (int sent = 0; sent < 4 * Limits.BODY_BYTES; sent += chunk.length) {
                    out.write(chunk);
                }
            } catch (IOException e) { // the server closed it, as it should
            }
        }
    }

    private static byte[] bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                gzip.write(zeros);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    private void malformed() {
        for (int i = 0; i < MALFORMED; i++) {
            byte[] nonsense = new byte[random.nextInt(4_000)];
            random.nextBytes(nonsense);
            try (Socket socket = connect()) {
                socket.getOutputStream().write(nonsense);
            } catch (IOException e) { // the server closed it
            }
        }
    }

    @Test
    void clientThatDripsIsEndedThoughItIsNeverIdle() throws Exception {
        server.location("kirjasto", "", "UTC");
        Enrolled terminal = server.enrolled("kirjasto");
        Socket socket = connect();
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(head(terminal, 100_000).getBytes(US_ASCII));
        Thread.ofVirtual().start(() -> drip(List.of(socket)));
        String answer = new String(socket.getInputStream().readNBytes(12), US_ASCII);
        assertThat(answer).isEqualTo("HTTP/1.1 400");
    }
}
