package hymio.server.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * One kept connection that sends requests prepared beforehand: the measuring must cost less than what is measured, and
 * both share a machine. Speaks as much HTTP/1.1 as the server's answers need.
 */
final class RawClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;

    /**
     * An answer.
     *
     * @param retryAfterSeconds 0 when it is not said
     */
    record Answer(int status, int retryAfterSeconds, byte[] body) {}

    RawClient(int port) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 2_048);
        out = socket.getOutputStream();
    }

    /** A batch as a terminal sends it: head and body as bytes. */
    static byte[] post(String path, String bearer, byte[] gzip) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + bearer
                        + "\r\nWire-Version: " + hymio.wire.Wire.VERSION
                        + "\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
                        + gzip.length + "\r\n\r\n")
                .getBytes(US_ASCII);
        byte[] all = new byte[head.length + gzip.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(gzip, 0, all, head.length, gzip.length);
        return all;
    }

    static byte[] get(String path, String bearer) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + bearer + "\r\n\r\n")
                .getBytes(US_ASCII);
    }

    Answer send(byte[] request) throws IOException {
        out.write(request);
        out.flush();
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        int retry = 0;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(value(header));
            } else if (header.startsWith("retry-after:")) {
                retry = Integer.parseInt(value(header));
            } else if (header.startsWith("transfer-encoding:")) {
                chunked = true;
            }
        }
        return new Answer(status, retry, chunked ? chunks() : in.readNBytes(length));
    }

    private byte[] chunks() throws IOException {
        var body = new java.io.ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private static String value(String header) {
        return header.substring(header.indexOf(':') + 1).strip();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
