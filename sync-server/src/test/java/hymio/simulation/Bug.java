package hymio.simulation;

import hymio.kiosk.StoreResponse;
import hymio.kiosk.visit.Entry;
import hymio.kiosk.visit.VisitEvent;
import java.io.IOException;
import java.nio.file.Path;

/** The places where a fault of the program can be planted around production code; here there is none. */
class Bug {
    /** What is beyond: the network, for one. */
    interface Way {
        Call.Answer carry(Call call) throws IOException;
    }

    /** A terminal's app is about to open its files. */
    void starting(Path folder) {}

    /** The visit asks for a response to be stored. */
    VisitEvent store(Entry entry, StoreResponse real, SimTerminal terminal) {
        return real.store(entry);
    }

    /** The sync makes a call. */
    Call.Answer call(Call call, SimTerminal terminal, Way network) throws IOException {
        return network.carry(call);
    }

    /** A request has reached the server. */
    Call.Answer serve(Call call, SimServer server) {
        return server.process().answer(call);
    }

    /** The server was killed after it had committed, and before it answered. */
    void killedAfterCommit(SimServer server) {}

    /** What is on the card after the power went. */
    Disk.Image powerCut(Disk.Image left, SimTerminal terminal) {
        return left;
    }
}
