package hymio.simulation;

import hymio.simulation.Call.Answer;
import hymio.wire.Batch;
import hymio.wire.Receipt;
import hymio.wire.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/** Bugs of the ingest. */
final class ServerBugs {
    /** Answers at once, and stores a minute later. */
    static final class ReceiptEarly extends Bug {
        private final World world;

        ReceiptEarly(World world) {
            this.world = world;
        }

        @Override
        Answer serve(Call call, SimServer server) {
            if (!call.batch()) {
                return super.serve(call, server);
            }
            Answer honest = new Answer(400, "text/plain", "", 0, new byte[0]);
            Batch batch;
            try {
                batch = Wires.batch(world.codec(), call);
            } catch (IllegalStateException cut) {
                return honest;
            }
            world.agenda().in(TimeUnit.MINUTES.toMillis(1), () -> super.serve(call, server));
            return Answer.json(
                    200, world.codec().write(Wires.allOf(batch, world.agenda().millis())));
        }
    }

    /** What the server does with a batch, seen from beside. */
    private abstract static class Beside extends Bug {
        final World world;

        Beside(World world) {
            this.world = world;
        }

        @Override
        final Answer serve(Call call, SimServer server) {
            Batch batch;
            try {
                batch = call.batch() ? Wires.batch(world.codec(), call) : null;
            } catch (IllegalStateException cut) {
                batch = null;
            }
            if (batch == null) {
                return super.serve(call, server);
            }
            Batch whole = batch;
            boolean begun = server.change(() -> server.process().db.change(handle -> before(handle, whole)));
            Answer answer = super.serve(call, server);
            if (begun && answer.status() == 200) {
                server.change(() -> server.process().db.change(handle -> after(handle, whole)));
            }
            return answer;
        }

        void before(Handle handle, Batch batch) {}

        void after(Handle handle, Batch batch) {}
    }

    static final class CountsRepeats extends Beside {
        private long repeats;

        CountsRepeats(World world) {
            super(world);
        }

        @Override
        void before(Handle handle, Batch batch) {
            repeats = 0;
            for (Response response : batch.responses()) {
                repeats += Stored.count(
                        world.server().process().db,
                        batch.journal(),
                        new Receipt.Range(response.number(), response.number()));
            }
        }

        @Override
        void after(Handle handle, Batch batch) {
            if (repeats > 0) {
                handle.execute("update tally_day set n = n + ?", repeats);
            }
        }
    }

    /** The rows' transaction ends before the tallies' begins: a death between the two is seen by killing it there. */
    static final class TalliesApart extends Beside {
        private final Map<String, List<Map<String, Object>>> tallies = new HashMap<>();

        TalliesApart(World world) {
            super(world);
        }

        @Override
        void before(Handle handle, Batch batch) {
            for (String table : List.of("tally_hour", "tally_day")) {
                tallies.put(
                        table,
                        handle.createQuery("select * from " + table).mapToMap().list());
            }
        }

        @Override
        void killedAfterCommit(SimServer server) {
            server.process()
                    .db
                    .change(handle -> tallies.forEach((table, rows) -> {
                        handle.execute("delete from " + table);
                        for (Map<String, Object> row : rows) {
                            handle.execute(
                                    "insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                                            + String.join(", ", Collections.nCopies(row.size(), "?")) + ")",
                                    row.values().toArray());
                        }
                    }));
        }
    }

    static final class LosesConflicts extends Beside {
        LosesConflicts(World world) {
            super(world);
        }

        @Override
        void after(Handle handle, Batch batch) {
            handle.execute("delete from conflict");
        }
    }

    static final class LastWins extends Beside {
        private static final String OF_JOURNAL = " and source = (select source from journal where journal = ?)";

        LastWins(World world) {
            super(world);
        }

        @Override
        void before(Handle handle, Batch batch) {
            for (Response response : batch.responses()) {
                int gone = handle.execute(
                        "delete from response where number = ? and uptime <> ?" + OF_JOURNAL,
                        response.number(),
                        response.time().uptimeMillis(),
                        Stored.bytes(batch.journal()));
                for (String table : gone > 0 ? List.of("extra", "comment") : List.<String>of()) {
                    handle.execute(
                            "delete from " + table + " where number = ?" + OF_JOURNAL,
                            response.number(),
                            Stored.bytes(batch.journal()));
                }
            }
        }
    }

    private ServerBugs() {}
}
