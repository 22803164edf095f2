package hymio.kiosk.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of a database that SQLite cannot open any more: every page of the file and of its write-ahead log that looks
 * like the leaf of a table is read by itself, whatever the pages above it have become (formats:
 * sqlite.org/fileformat2.html). Newer images of a page come before older ones, so who keeps the first copy of a row
 * keeps the newest.
 */
final class DamagedFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DamagedFile.class);

    private static final int PAGE = OutboxSchema.PAGE_BYTES;
    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int LEAF_HEADER = 8;
    /** The first byte of a page; of the first page of a file it is another one, and that holds no row of ours. */
    private static final int LEAF_OF_TABLE = 0x0d;

    /** Largest row that lies on one page, bytes; ours are smaller, so what flows over is none of ours. */
    private static final int PAYLOAD = PAGE - 35;

    /** Where an image of a page lies. */
    private record Image(FileChannel file, long at) {}

    private final List<FileChannel> open = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();
    private int next;

    /** @throws IOException when not even its length can be read; a file that is not there is empty */
    DamagedFile(Path database) throws IOException {
        try {
            List<Image> older = new ArrayList<>();
            Path log = SetAside.wal(database);
            if (Files.isRegularFile(log)) {
                addLog(channel(log), older);
            }
            if (Files.isRegularFile(database)) {
                FileChannel file = channel(database);
                for (long at = 0; at < file.size(); at += PAGE) {
                    images.add(new Image(file, at));
                }
            }
            images.addAll(older);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Begins again with the first page. */
    void rewind() {
        next = 0;
    }

    boolean more() {
        return next < images.size();
    }

    /**
     * The rows of the next page: texts, longs and nulls by column, the key first. Empty when it is another kind of
     * page, or cannot be read.
     */
    List<List<@Nullable Object>> nextPage() {
        Image image = images.get(next++);
        try {
            ByteBuffer page = read(image.file(), image.at(), PAGE);
            return page.get(0) == LEAF_OF_TABLE ? rows(page) : List.of();
        } catch (IOException e) {
            return List.of(); // a bad block: its rows are missed by the numbers that are not there
        }
    }

    @Override
    public void close() {
        for (FileChannel file : open) {
            try {
                file.close();
            } catch (IOException e) {
                LOG.debug("A file that was only read could not be closed.", e);
            }
        }
    }

    private FileChannel channel(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        open.add(channel);
        return channel;
    }

    /** Frames up to the last whole commit are newer than the database; what follows was never finished, or is old. */
    private void addLog(FileChannel log, List<Image> older) throws IOException {
        long frames = Math.max(0, log.size() - LOG_HEADER) / (FRAME_HEADER + PAGE);
        long committed = committed(log, frames);
        for (long i = frames - 1; i >= 0; i--) {
            Image image = new Image(log, LOG_HEADER + i * (FRAME_HEADER + PAGE) + FRAME_HEADER);
            (i < committed ? images : older).add(image);
        }
    }

    private static long committed(FileChannel log, long frames) throws IOException {
        ByteBuffer header = read(log, 0, LOG_HEADER);
        header.order((header.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int[] sum = {0, 0};
        checksum(header, 0, 24, sum);
        long committed = 0;
        for (long i = 0; i < frames; i++) {
            ByteBuffer frame = read(log, LOG_HEADER + i * (FRAME_HEADER + PAGE), FRAME_HEADER + PAGE);
            boolean same = big(frame, 8) == big(header, 16) && big(frame, 12) == big(header, 20);
            frame.order(header.order());
            checksum(frame, 0, 8, sum);
            checksum(frame, FRAME_HEADER, FRAME_HEADER + PAGE, sum);
            if (!same || big(frame, 16) != sum[0] || big(frame, 20) != sum[1]) {
                return committed;
            }
            committed = big(frame, 4) != 0 ? i + 1 : committed;
        }
        return committed;
    }

    private static void checksum(ByteBuffer words, int from, int to, int[] sum) {
        for (int at = from; at < to; at += 8) {
            sum[0] += words.getInt(at) + sum[1];
            sum[1] += words.getInt(at + 4) + sum[0];
        }
    }

    private static int big(ByteBuffer bytes, int at) {
        int value = bytes.getInt(at);
        return bytes.order() == ByteOrder.BIG_ENDIAN ? value : Integer.reverseBytes(value);
    }

    /** What is beyond the end of the file is zero. */
    private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        int count = 0;
        while (bytes.hasRemaining() && count >= 0) {
            count = file.read(bytes, at + bytes.position());
        }
        return bytes;
    }

    private static List<List<@Nullable Object>> rows(ByteBuffer page) {
        int cells = Math.min(page.getShort(3) & 0xffff, (PAGE - LEAF_HEADER) / 2);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
            List<@Nullable Object> row = row(page, page.getShort(LEAF_HEADER + 2 * i) & 0xffff);
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Empty when it is no row, or not whole. */
    private static List<@Nullable Object> row(ByteBuffer page, int at) {
        try {
            ByteBuffer cell = page.slice(at, PAGE - at);
            long length = varint(cell);
            long key = varint(cell);
            if (length < 2 || length > PAYLOAD) {
                return List.of();
            }
            ByteBuffer record = cell.slice(cell.position(), (int) length);
            List<@Nullable Object> values = values(record);
            if (!values.isEmpty() && values.getFirst() == null) {
                values.set(0, key); // an integer primary key stands outside the record
            }
            return values;
        } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException e) {
            return List.of();
        }
    }

    private static List<@Nullable Object> values(ByteBuffer record) {
        long headerEnd = varint(record);
        List<Long> types = new ArrayList<>();
        while (record.position() < headerEnd) {
            types.add(varint(record));
        }
        if (record.position() != headerEnd) {
            throw new IllegalArgumentException("no record");
        }
        List<@Nullable Object> values = new ArrayList<>(Collections.nCopies(types.size(), null));
        for (int i = 0; i < types.size(); i++) {
            values.set(i, value(record, types.get(i)));
        }
        return values;
    }

    private static @Nullable Object value(ByteBuffer record, long type) {
        return switch ((int) Math.min(type, 13)) {
            case 0 -> null;
            case 1, 2, 3, 4 -> integer(record, (int) type);
            case 5 -> integer(record, 6);
            case 6 -> integer(record, 8);
            case 8 -> 0L;
            case 9 -> 1L;
            case 13 -> text(record, type);
            default -> throw new IllegalArgumentException("no table of ours holds this");
        };
    }

    private static long integer(ByteBuffer record, int bytes) {
        long value = record.get();
        for (int i = 1; i < bytes; i++) {
            value = value << 8 | (record.get() & 0xff);
        }
        return value;
    }

    private static String text(ByteBuffer record, long type) {
        if (type % 2 == 0 || (type - 13) / 2 > record.remaining()) {
            throw new IllegalArgumentException("a blob, or a text longer than its row");
        }
        byte[] bytes = new byte[(int) (type - 13) / 2];
        record.get(bytes);
        return new String(bytes, UTF_8);
    }

    /** Seven bits a byte, the highest first, at most nine bytes of which the last gives eight bits. */
    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte next = bytes.get();
            value = value << 7 | (next & 0x7f);
            if (next >= 0) {
                return value;
            }
        }
        return value << 8 | (bytes.get() & 0xff);
    }
}
