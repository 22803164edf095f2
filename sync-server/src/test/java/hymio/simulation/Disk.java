package hymio.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a folder's files hold at a moment, and what a power cut may make of them. */
final class Disk {
    private static final int SECTOR = 512;
    private static final int LOG_HEADER = 32;
    private static final String LOG = "-wal";

    /** Files by name. */
    record Image(Map<String, byte[]> files) {
        static final Image EMPTY = new Image(Map.of());

        /**
         * Behind the last commit, which was flushed, a write may have begun: rubbish at the end of the write-ahead log.
         */
        Image torn(Chance chance) {
            Map<String, byte[]> torn = new TreeMap<>(files);
            torn.replaceAll((name, bytes) -> name.endsWith(LOG) ? withRubbish(bytes, chance) : bytes);
            return new Image(torn);
        }

        private static byte[] withRubbish(byte[] bytes, Chance chance) {
            byte[] more = Arrays.copyOf(bytes, bytes.length + chance.number(0, 2 * 4096));
            for (int i = bytes.length; i < more.length; i++) {
                more[i] = (byte) chance.number(-128, 127);
            }
            return more;
        }

        /**
         * What may be on the disk when the power goes between this image and a later one. SQLite flushes its log before
         * it touches the database file: so either the log is half written, or it is whole and the file is half written.
         */
        Image halfway(Image later, Chance chance) {
            Map<String, byte[]> mixed = new TreeMap<>(later.files);
            boolean checkpoint = later.files.entrySet().stream()
                    .anyMatch(it -> it.getKey().endsWith(".db") && !Arrays.equals(it.getValue(), before(it.getKey())));
            mixed.replaceAll(
                    (name, bytes) -> name.endsWith(checkpoint ? ".db" : LOG) ? halfway(name, bytes, chance) : bytes);
            return new Image(mixed);
        }

        /** A log that begins anew has its header flushed before anything follows it. */
        private byte[] halfway(String name, byte[] after, Chance chance) {
            byte[] before = before(name);
            if (!name.endsWith(LOG)) {
                return sectors(before, after, chance);
            }
            if (chance.hit(0.2)) {
                return before;
            }
            byte[] mixed = sectors(before, after, chance);
            System.arraycopy(after, 0, mixed, 0, Math.min(LOG_HEADER, after.length));
            return mixed;
        }

        private byte[] before(String name) {
            return files.getOrDefault(name, new byte[0]);
        }

        /** Each sector that changed is there, or is as it was, or was never written. */
        private static byte[] sectors(byte[] before, byte[] after, Chance chance) {
            byte[] mixed = after.clone();
            for (int at = 0; at < after.length; at += SECTOR) {
                int end = Math.min(at + SECTOR, after.length);
                if (chance.hit(0.5)) {
                    int known = Math.clamp(before.length - at, 0, end - at);
                    System.arraycopy(before, Math.min(at, before.length), mixed, at, known);
                    Arrays.fill(mixed, at + known, end, (byte) 0);
                }
            }
            return mixed;
        }
    }

    static Image read(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (Path file : files(folder)) {
                String name = file.getFileName().toString();
                if (!name.endsWith("-shm") && !name.endsWith(".lock")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Image(files);
    }

    /** The folder holds this and nothing else. Nothing may have its files open. */
    static void write(Path folder, Image image) {
        try {
            Files.createDirectories(folder);
            for (Path file : files(folder)) {
                Files.delete(file);
            }
            for (Map.Entry<String, byte[]> file : image.files().entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList().reversed()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Disk() {}
}
