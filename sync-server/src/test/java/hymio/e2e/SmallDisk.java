package hymio.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A disk of 24 MiB with ext4 that can fill and fail: one of the kernel's compressed disks in memory (zram). When it may
 * take no more memory, each write comes back as an I/O error. Needs root.
 */
final class SmallDisk implements AutoCloseable {
    static final String NEEDS_ZRAM = "needs root and a kernel with zram, for disks that fail";

    /** What the failing disk still takes. */
    enum Kind {
        /** The journal of the file system, which goes on when the disk is well again: a few bad blocks. */
        JOURNAL_WELL,
        /** Nothing: the file system allows no write until it is mounted again, as after a start. */
        NOTHING_WELL
    }

    private static final Path CONTROL = Path.of("/sys/class/zram-control");
    private static final int MEBIBYTES = 24;
    private static final int PATIENCE = 100;

    private final Enclosure enclosure;
    private final Path folder;
    private final String disk;
    private final String journal;

    /** For tests that are skipped without. */
    static boolean possible() {
        return Enclosure.possible() && Files.exists(CONTROL);
    }

    /**
     * @param enclosure that sees it; closed by this disk, with all its programs
     * @param folder where it shall be mounted in there; made here
     */
    SmallDisk(Enclosure enclosure, Path folder, Kind kind) throws IOException, InterruptedException {
        this.enclosure = enclosure;
        this.folder = Files.createDirectories(folder);
        disk = add();
        journal = kind == Kind.JOURNAL_WELL ? add() : "";
        String journalOption = "";
        if (!journal.isEmpty()) {
            enclosure.run("mke2fs -q -b 4096 -O journal_dev /dev/" + journal);
            journalOption = " -J device=/dev/" + journal;
        }
        // -m 0: a program of root would take the reserve of a full disk
        enclosure.run("mkfs.ext4 -q -b 4096 -m 0" + journalOption + " /dev/" + disk);
        mount();
    }

    /** Runs a program where the disk is, when put before its words. */
    Enclosure enclosure() {
        return enclosure;
    }

    /** Where programs of the enclosure find it. */
    Path folder() {
        return folder;
    }

    /** Leaves no byte free. */
    void fill() throws IOException {
        byte[] block = new byte[4_096];
        try (OutputStream out = Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
    }

    void free() throws IOException {
        Files.delete(filler());
    }

    /** From now on writes fail. */
    void fail() throws IOException {
        Files.writeString(setting(disk, "mem_limit"), "4K");
    }

    /** The disk takes writes again. */
    void mend() throws IOException {
        Files.writeString(setting(disk, "mem_limit"), "0");
    }

    /** As when the machine is switched off and on: nothing is in memory any more. No program may use it. */
    void mountAgain() throws InterruptedException {
        enclosure.run("umount " + folder + "; e2fsck -p /dev/" + disk + " || [ $? -le 2 ]");
        mount();
    }

    /** Ends all that uses it, then gives it back to the kernel. */
    @Override
    public void close() throws IOException {
        enclosure.close();
        remove(disk);
        if (!journal.isEmpty()) {
            remove(journal);
        }
    }

    private void mount() throws InterruptedException {
        enclosure.run("mount /dev/" + disk + " " + folder);
    }

    private Path filler() {
        return enclosure.outside(folder).resolve("filler");
    }

    /** Reading this file makes a new device and tells its number. */
    private static String add() throws IOException {
        String name = "zram" + Files.readString(CONTROL.resolve("hot_add")).strip();
        Files.writeString(setting(name, "disksize"), MEBIBYTES + "M");
        return name;
    }

    private static void remove(String name) throws IOException {
        for (int i = 0; ; i++) {
            try {
                Files.writeString(CONTROL.resolve("hot_remove"), name.substring("zram".length()));
                return;
            } catch (IOException e) {
                if (i == PATIENCE) {
                    throw e;
                }
                pause(); // the kernel still unmounts it
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Path setting(String name, String setting) {
        return Path.of("/sys/block", name, setting);
    }
}
