package hymio.kiosk.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Room on the disk: a reserve file that is given up when there is no other, and words for the heartbeat. */
final class Space {
    /** Below this staff should look: some 10 000 responses and what else a system writes, bytes. */
    static final long LOW_BYTES = 64L << 20;

    private static final int BLOCK = 64 << 10;

    private final Path folder;
    private final Path reserve;
    private final int blocks;
    private volatile boolean full;
    private volatile boolean low;

    Space(Path file, int reserveKib) {
        this.folder = file.toAbsolutePath().resolveSibling("");
        this.reserve = file.resolveSibling(file.getFileName() + ".reserve");
        this.blocks = reserveKib * 1_024 / BLOCK;
    }

    /** @return whether there was a reserve, and its room is free now */
    boolean spend() {
        try {
            full = true;
            return Files.deleteIfExists(reserve);
        } catch (IOException e) {
            return false; // the disk fails altogether; the caller tells what could not be stored
        }
    }

    /** Looks how much room there is, and holds the reserve again when there is enough for it twice. */
    void look() {
        long free = freeBytes();
        low = free < LOW_BYTES;
        boolean roomy = free >= 2L * blocks * BLOCK && free > BLOCK;
        if (Files.exists(reserve) || (roomy && hold())) {
            full = full && !roomy;
        }
    }

    /** Nothing fits any more. */
    void exhausted() {
        full = true;
    }

    /** Room for what is not the outbox's own, bytes; 0 when the system does not say. */
    long freeBytes() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    List<String> problems() {
        return full ? List.of("disk-full") : low ? List.of("disk-low") : List.of();
    }

    private boolean hold() {
        try (FileChannel file = FileChannel.open(
                reserve, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(BLOCK);
            for (int i = 0; i < blocks; i++) {
                file.write(zeros.rewind());
            }
            file.force(true);
            return true;
        } catch (IOException e) {
            spend();
            return false;
        }
    }
}
