package hymio.kiosk.carry;

import hymio.wire.Batch;
import hymio.wire.Bundle;
import hymio.wire.BundleFile;
import hymio.wire.Limits;
import hymio.wire.WireCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Packs the batches that wait into signed files, one after the other. Not thread-safe. */
final class PackBundles {
    /**
     * JSON of one file, before it is packed. Gzip never makes more of it than the file's limit (RFC 1951: 5 bytes for
     * each 32 KiB), and a small terminal has memory for it.
     */
    private static final int JSON_BYTES = Limits.BODY_BYTES - (8 << 10);

    private final PendingBatches pending;
    private final WireCodec codec;
    private Optional<Batch> next;

    /** @param responses in these bytes */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Packed(byte[] bytes, long responses) {}

    PackBundles(PendingBatches pending, WireCodec codec) {
        this.pending = pending;
        this.codec = codec;
        next = pending.after(Optional.empty());
    }

    /** What the next file will begin with; empty when there is no more. */
    Optional<Batch> next() {
        return next;
    }

    /**
     * The bytes of the next file.
     *
     * @param secretHash SHA-256 of the terminal's secret
     */
    Packed pack(String terminal, byte[] secretHash) {
        List<Batch> batches = new ArrayList<>();
        long bytes = 0;
        while (next.isPresent() && batches.size() < Limits.BUNDLE_BATCHES) {
            bytes += codec.write(next.get()).length;
            if (bytes > JSON_BYTES && !batches.isEmpty()) {
                break;
            }
            batches.add(next.get());
            next = pending.after(next);
        }
        byte[] packed = codec.gzip(codec.write(new Bundle(terminal, batches)));
        long responses = batches.stream().mapToLong(it -> it.responses().size()).sum();
        return new Packed(BundleFile.sign(terminal, secretHash, packed).bytes(), responses);
    }
}
