package hymio.kiosk.carry;

import hymio.kiosk.carry.PackBundles.Packed;
import hymio.kiosk.config.Identity;
import hymio.kiosk.visit.Carrying;
import hymio.kiosk.visit.Carrying.Reason;
import hymio.wire.Batch;
import hymio.wire.BundleFile;
import hymio.wire.WireCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes all that waits to a stick, as files for the server's page. It settles nothing: only a receipt does. Written
 * again, the same responses get the same names, so that sticks do not fill. Not thread-safe.
 */
public final class CarryOut {
    private static final Logger LOG = LoggerFactory.getLogger(CarryOut.class);
    private static final int TAG_DIGITS = 8;

    private final PendingBatches pending;
    private final Supplier<Identity> identity;
    private final Sticks sticks;
    private final WireCodec codec;

    public CarryOut(PendingBatches pending, Supplier<Identity> identity, Sticks sticks, WireCodec codec) {
        this.pending = pending;
        this.identity = identity;
        this.sticks = sticks;
        this.codec = codec;
    }

    /**
     * Writes, on the caller's thread; may take minutes.
     *
     * @param progress is told how far it is
     * @return how it ended
     */
    public Carrying write(Consumer<Carrying> progress) {
        Identity self = identity.get();
        if (!self.enrolled()) {
            return new Carrying.Stopped(Reason.NOT_ENROLLED);
        }
        long total = pending.count();
        PackBundles bundles = new PackBundles(pending, codec);
        if (bundles.next().isEmpty()) {
            return new Carrying.Stopped(Reason.NOTHING);
        }
        Optional<Path> stick = sticks.find();
        if (stick.isEmpty()) {
            return new Carrying.Stopped(Reason.NO_STICK);
        }
        if (!Files.isWritable(stick.get())) {
            return new Carrying.Stopped(Reason.PROTECTED);
        }
        progress.accept(new Carrying.Writing(0, total));
        return write(stick.get(), bundles, self, it -> progress.accept(new Carrying.Writing(it, total)));
    }

    private Carrying write(Path folder, PackBundles bundles, Identity self, LongConsumer progress) {
        byte[] key = sha256(self.secret());
        String name = name(self.terminal(), bundles.next().orElseThrow());
        long written = 0;
        int files = 0;
        long needed = 0;
        try {
            StickFolder stick = StickFolder.open(folder);
            while (bundles.next().isPresent()) {
                Packed packed = bundles.pack(self.terminal(), key);
                needed = packed.bytes().length;
                stick.write(name + "-" + (files + 1) + BundleFile.SUFFIX, packed.bytes());
                stick.settle();
                files++;
                written += packed.responses();
                progress.accept(written);
            }
        } catch (IOException e) {
            Reason reason = reason(folder, needed);
            LOG.warn("Writing to {} ended early ({}: {}). Nothing is lost; write again.", folder, reason, e.toString());
            return new Carrying.Stopped(reason);
        }
        LOG.info("{} responses were written to {} in {} files.", written, folder, files);
        return new Carrying.Written(written, files);
    }

    /** By how the stick is now: what the system says of a failed write differs between file systems. */
    private Reason reason(Path stick, long needed) {
        try {
            if (!sticks.find().filter(stick::equals).isPresent()) {
                return Reason.FAILED;
            }
            if (!Files.isWritable(stick)) {
                return Reason.PROTECTED;
            }
            return Files.getFileStore(stick).getUsableSpace() < needed ? Reason.FULL : Reason.FAILED;
        } catch (IOException gone) {
            return Reason.FAILED;
        }
    }

    /**
     * Two machines that run copies of one card must not write over each other's files on one stick, so the name says of
     * which machine and journal they are.
     */
    private static String name(String terminal, Batch first) {
        String of = first.journal() + first.heartbeat().unit().orElse("");
        return terminal + "-" + HexFormat.of().formatHex(sha256(of)).substring(0, TAG_DIGITS);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
