package hymio.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;

/** A name server (RFC 1035) to which every name is one address; it can fall silent. */
final class NameServer implements AutoCloseable {
    private static final int PORT = 53;
    private static final int HEADER = 12;
    private static final int TYPE_A = 1;

    private final InetAddress address;
    private final DatagramSocket socket;
    private volatile boolean silent;
    private volatile int unanswered;

    /** @param address where it is, and what it says */
    NameServer(InetAddress address) throws IOException {
        this.address = address;
        socket = new DatagramSocket(PORT, address);
        Thread.ofVirtual().start(this::serve);
    }

    void fallSilent() {
        unanswered = 0;
        silent = true;
    }

    void speak() {
        silent = false;
    }

    /** Waits until somebody has asked in vain. */
    void awaitUnanswered() throws InterruptedException {
        for (int i = 0; i < 600 && unanswered == 0; i++) {
            Thread.sleep(100);
        }
        if (unanswered == 0) {
            throw new AssertionError("nobody asked the silent name server");
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket question = new DatagramPacket(new byte[512], 512);
                socket.receive(question);
                if (silent) {
                    unanswered++;
                } else {
                    byte[] answer = answer(Arrays.copyOf(question.getData(), question.getLength()));
                    socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    /** The question again, and for an IPv4 address the answer, good for no time; nothing for other types. */
    private byte[] answer(byte[] question) {
        int end = HEADER;
        while (question[end] != 0) {
            end += question[end] + 1;
        }
        int type = question[end + 2];
        end += 5;
        byte[] head = Arrays.copyOf(question, end);
        head[2] = (byte) 0x81; // an answer; recursion was asked for
        head[3] = (byte) 0x80; // … and is offered
        Arrays.fill(head, 6, HEADER, (byte) 0);
        head[7] = (byte) (type == TYPE_A ? 1 : 0);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(head);
        if (type == TYPE_A) {
            answer.writeBytes(new byte[] {(byte) 0xc0, HEADER, 0, TYPE_A, 0, 1, 0, 0, 0, 0, 0, 4});
            answer.writeBytes(address.getAddress());
        }
        return answer.toByteArray();
    }
}
