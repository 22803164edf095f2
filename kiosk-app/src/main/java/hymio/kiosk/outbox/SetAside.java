package hymio.kiosk.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where damaged files go: beside the outbox, as {@code outbox.db.damaged-1} and so on, each with its write-ahead log.
 * Every step can be cut by a power failure; {@link #finish} ends what was begun.
 */
final class SetAside {
    private static final Logger LOG = LoggerFactory.getLogger(SetAside.class);

    private static final String WAL = "-wal";

    private final Path file;
    private final Path fresh;
    private final String prefix;

    SetAside(Path file) {
        this.file = file;
        this.fresh = file.resolveSibling(file.getFileName() + ".fresh");
        this.prefix = file.getFileName() + ".damaged-";
    }

    /** Where a file is made that shall take the outbox's place; nothing is there. */
    Path fresh() throws IOException {
        for (String tail : List.of("", WAL, "-shm")) {
            Files.deleteIfExists(sibling(fresh, tail));
        }
        return fresh;
    }

    /** A damaged file set aside; it may be gone, as its log may. */
    Path damaged(int number) {
        return file.resolveSibling(prefix + number);
    }

    static Path wal(Path database) {
        return sibling(database, WAL);
    }

    /** Numbers of the files set aside, rising. */
    List<Integer> numbers() throws IOException {
        try (Stream<Path> files = Files.list(file.toAbsolutePath().resolveSibling(""))) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.startsWith(prefix))
                    .map(it -> it.substring(prefix.length()).replaceFirst(WAL + "$", ""))
                    .filter(it -> it.matches("[1-9][0-9]{0,5}"))
                    .map(Integer::valueOf)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** The number that the next file set aside gets: the highest of all there ever were. */
    int next() throws IOException {
        List<Integer> numbers = numbers();
        return numbers.isEmpty() ? 1 : numbers.getLast() + 1;
    }

    /**
     * A log without its database was left by a power cut in {@link #replace}. And of an empty database SQLite would
     * throw the log away, with all that is in it.
     */
    void finish() throws IOException {
        boolean empty = !Files.exists(file) || (Files.isRegularFile(file) && Files.size(file) == 0);
        if (empty && Files.exists(wal(file)) && Files.size(wal(file)) > 0) {
            List<Integer> numbers = numbers();
            boolean begun = !Files.exists(file) && !numbers.isEmpty() && !Files.exists(wal(damaged(numbers.getLast())));
            move(begun ? numbers.getLast() : next());
            settle();
        }
    }

    /** Keeps the log alive under its new name: SQLite removes it when the last connection is closed. */
    void holdLog(int number) {
        try {
            Files.createLink(wal(damaged(number)), wal(file));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("There is no log, or no link here; closing moves what it holds into the database.", e);
        }
    }

    /** Sets the outbox's file aside and puts the fresh one in its place. No connection is open. */
    void replace(int number) throws IOException {
        move(number);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        settle();
    }

    void delete(int number) throws IOException {
        Files.deleteIfExists(wal(damaged(number)));
        Files.deleteIfExists(damaged(number));
    }

    private void move(int number) throws IOException {
        if (Files.exists(file)) {
            Files.move(file, damaged(number), StandardCopyOption.ATOMIC_MOVE);
        }
        if (Files.exists(wal(file))) {
            Files.move(wal(file), wal(damaged(number)), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.deleteIfExists(sibling(file, "-shm"));
    }

    /** Makes the new names last. */
    private void settle() throws IOException {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().resolveSibling(""), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static Path sibling(Path database, String tail) {
        return database.resolveSibling(database.getFileName() + tail);
    }

    /** Numbers of the oldest files beyond so many. */
    List<Integer> beyond(int most) throws IOException {
        List<Integer> numbers = numbers();
        return IntStream.range(0, Math.max(0, numbers.size() - most))
                .mapToObj(numbers::get)
                .toList();
    }
}
