package hymio.server.db;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Rows of a table in whatever order: their number, and the sum of 64 bits of the SHA-256 of each. Not thread-safe. */
final class Checksum {
    private final MessageDigest digest;
    private long rows;
    private long sum;

    Checksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void add(byte[] row) {
        rows++;
        sum += ByteBuffer.wrap(digest.digest(row)).getLong();
    }

    long rows() {
        return rows;
    }

    boolean sameAs(Checksum other) {
        return rows == other.rows && sum == other.sum;
    }

    @Override
    public String toString() {
        return rows + " rows " + HexFormat.of().toHexDigits(sum);
    }
}
