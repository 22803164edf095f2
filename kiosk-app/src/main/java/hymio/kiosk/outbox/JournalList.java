package hymio.kiosk.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A second copy of the ids of the outbox's journals, as lines {@code place id unit} in a file beside it: without its
 * journal a salvaged response could not be told from another one. The outbox's own word goes first wherever it can be
 * read.
 */
final class JournalList {
    private static final Logger LOG = LoggerFactory.getLogger(JournalList.class);

    private final Path file;

    JournalList(Path outbox) {
        this.file = outbox.resolveSibling(outbox.getFileName() + ".journals");
    }

    /** Empty when there is none, or none that can be read. */
    List<Journals.Entry> read() {
        try {
            return lines().stream().map(JournalList::entry).toList();
        } catch (IllegalArgumentException e) {
            LOG.warn("The list of journals {} is damaged ({}); it is written anew.", file, e.getMessage());
            return List.of();
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            LOG.warn("The list of journals {} cannot be read; it is written anew. ({})", file, e.toString());
            return List.of();
        }
    }

    /** Replaces the list, if it says something else; a full disk leaves the old one. */
    void write(List<Journals.Entry> journals) {
        List<String> lines = journals.stream()
                .map(it -> it.place() + " " + it.id() + " " + it.unit())
                .toList();
        if (lines.equals(lines())) {
            return;
        }
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(temporary, lines);
            try (FileChannel written = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn(
                    "The list of journals {} could not be written; it is tried at the next start. ({})",
                    file,
                    e.toString());
        }
    }

    private static Journals.Entry entry(String line) {
        String[] words = line.split(" ", 3);
        if (words.length < 3) {
            throw new IllegalArgumentException("a line is cut");
        }
        return new Journals.Entry(Integer.parseInt(words[0]), UUID.fromString(words[1]), words[2], 0);
    }
}
