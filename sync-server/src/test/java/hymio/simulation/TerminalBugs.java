package hymio.simulation;

import hymio.kiosk.StoreResponse;
import hymio.kiosk.visit.Entry;
import hymio.kiosk.visit.VisitEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** Bugs between a press and the card. */
final class TerminalBugs {
    /** Says "stored" at once, and stores when the next one comes. */
    static final class ThanksEarly extends Bug {
        private final Map<StoreResponse, Queue<Entry>> behind = new HashMap<>();

        @Override
        VisitEvent store(Entry entry, StoreResponse real, SimTerminal terminal) {
            Queue<Entry> waiting = behind.computeIfAbsent(real, unused -> new ArrayDeque<>());
            waiting.forEach(real::store);
            waiting.clear();
            waiting.add(entry);
            return new VisitEvent.Stored(
                    real.outbox().last() + 1, terminal.clock().now().uptimeMillis());
        }
    }

    static final class ForgetsUndo extends Bug {
        @Override
        VisitEvent store(Entry entry, StoreResponse real, SimTerminal terminal) {
            return entry.extra().takesBack() > 0
                    ? new VisitEvent.Stored(
                            real.outbox().last() + 1, terminal.clock().now().uptimeMillis())
                    : real.store(entry);
        }
    }

    /** What the operating system had not yet written is gone after a power cut: the last few commits. */
    static final class LosesUnsynced extends Bug {
        private static final int COMMITS = 4;
        private final Map<String, Disk.Image> written = new HashMap<>();
        private long commits;

        @Override
        VisitEvent store(Entry entry, StoreResponse real, SimTerminal terminal) {
            if (commits++ % COMMITS == 0) {
                written.put(terminal.name(), Disk.read(terminal.folder()));
            }
            return real.store(entry);
        }

        @Override
        Disk.Image powerCut(Disk.Image left, SimTerminal terminal) {
            return written.getOrDefault(terminal.name(), left);
        }
    }

    /** What is settled is cleared at the start, the newest number with it: the next one is minted again. */
    static final class ReusesNumbers extends Bug {
        @Override
        void starting(Path folder) {
            if (Files.exists(folder.resolve("outbox.db"))) {
                Cards.forgetSettled(folder, 0);
            }
        }
    }

    private TerminalBugs() {}
}
