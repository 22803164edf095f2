package hymio.kiosk.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * What a disk may hold when the power goes at some instant while a SQLite database in WAL mode with
 * {@code synchronous=FULL} is changed. Only what was synced before is sure; of the rest each sector of 512 bytes may be
 * the old one, the new one, zeros, anything, or new in its first bytes only, and the end of a file may be missing.
 * SQLite syncs the log before it touches the database, and the database before it uses the log anew or cuts it
 * (sqlite.org/wal.html); so one of the two is always whole. The index of the log is never kept.
 */
public final class PowerCut {
    private static final int SECTOR = 512;

    /** The two files that count. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Disk(byte[] database, byte[] log) {
        /** As they are now; a file that is not there is empty. */
        public static Disk of(Path database) throws IOException {
            return new Disk(bytes(database), bytes(log(database)));
        }

        /** Makes them so; nobody has the database open. */
        public void writeTo(Path database) throws IOException {
            Files.deleteIfExists(database.resolveSibling(database.getFileName() + "-shm"));
            Files.write(database, this.database);
            if (log.length == 0) {
                Files.deleteIfExists(log(database));
            } else {
                Files.write(log(database), log);
            }
        }

        private static byte[] bytes(Path file) throws IOException {
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        }

        private static Path log(Path database) {
            return database.resolveSibling(database.getFileName() + "-wal");
        }
    }

    /** One of the states that lie between the two, which one call made out of the other. */
    public static Disk during(Disk before, Disk after, Random random) {
        boolean cutsLog = after.log().length < before.log().length;
        boolean early = random.nextBoolean() || Arrays.equals(before.database(), after.database());
        if (early) {
            return cutsLog
                    ? new Disk(mix(before.database(), after.database(), random), before.log())
                    : new Disk(before.database(), mix(before.log(), after.log(), random));
        }
        return cutsLog
                ? new Disk(after.database(), mix(before.log(), after.log(), random))
                : new Disk(mix(before.database(), after.database(), random), after.log());
    }

    private static byte[] mix(byte[] before, byte[] after, Random random) {
        int shortest = Math.min(before.length, after.length);
        int longest = Math.max(before.length, after.length);
        int length = random.nextBoolean() ? after.length : shortest + random.nextInt(longest - shortest + 1);
        byte[] mixed = new byte[length];
        int inOrder = random.nextInt(3) == 0 ? random.nextInt(length / SECTOR + 1) : -1;
        for (int at = 0; at < length; at += SECTOR) {
            int end = Math.min(at + SECTOR, length);
            if (same(before, after, at, end)) {
                copy(before, mixed, at, end);
            } else if (inOrder >= 0) {
                copy(at / SECTOR < inOrder ? after : before, mixed, at, end);
            } else {
                sector(before, after, mixed, at, end, random);
            }
            keepWhatIsSure(before, after, mixed, at, end);
        }
        return mixed;
    }

    private static void sector(byte[] before, byte[] after, byte[] mixed, int at, int end, Random random) {
        switch (random.nextInt(6)) {
            case 0, 1 -> copy(after, mixed, at, end);
            case 2 -> copy(before, mixed, at, end);
            case 3 -> {} // zeros
            case 4 -> {
                byte[] anything = new byte[end - at];
                random.nextBytes(anything);
                System.arraycopy(anything, 0, mixed, at, anything.length);
            }
            default -> {
                copy(before, mixed, at, end);
                copy(after, mixed, at, at + random.nextInt(end - at));
            }
        }
    }

    /** Writing a part of a sector leaves the rest of it as it was (SQLite's "powersafe overwrite"). */
    private static void keepWhatIsSure(byte[] before, byte[] after, byte[] mixed, int at, int end) {
        for (int i = at; i < Math.min(end, Math.min(before.length, after.length)); i++) {
            if (before[i] == after[i]) {
                mixed[i] = before[i];
            }
        }
    }

    private static boolean same(byte[] before, byte[] after, int at, int end) {
        return before.length >= end && after.length >= end && Arrays.equals(before, at, end, after, at, end);
    }

    private static void copy(byte[] from, byte[] to, int at, int end) {
        int until = Math.min(end, from.length);
        if (until > at) {
            System.arraycopy(from, at, to, at, until - at);
        }
    }

    private PowerCut() {}
}
