package hymio.simulation;

import hymio.wire.Batch;
import hymio.wire.PressTime;
import hymio.wire.Receipt;
import hymio.wire.Response;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Bugs of the sync: what it sends, and what it takes for a receipt. */
final class WireBugs {
    /** Reads and rewrites what goes over the wire. */
    private abstract static class WireBug extends Bug {
        final World world;

        WireBug(World world) {
            this.world = world;
        }

        Batch batch(Call call) {
            return Wires.batch(world.codec(), call);
        }

        Call with(Call call, Batch batch) {
            return call.body(world.codec().gzip(world.codec().write(batch)));
        }

        Optional<Receipt> receipt(Call.Answer answer) {
            return Wires.receipt(world.codec(), answer);
        }

        /** A receipt that names all that was sent. */
        Call.Answer allOf(Batch batch) {
            return Call.Answer.json(
                    200, world.codec().write(Wires.allOf(batch, world.agenda().millis())));
        }
    }

    /** What is settled is deleted at once: when it was settled wrongly, a server that asks for it asks in vain. */
    private abstract static class Deletes extends WireBug {
        Deletes(World world) {
            super(world);
        }

        @Override
        final Call.Answer call(Call call, SimTerminal terminal, Way network) throws IOException {
            Cards.forgetSettled(terminal.folder(), 1);
            Call.Answer answer = network.carry(call);
            return call.batch() ? taken(answer, batch(call)) : answer;
        }

        /** What it takes an answer for. */
        abstract Call.Answer taken(Call.Answer answer, Batch batch);
    }

    static final class DropsOnBare200 extends Deletes {
        DropsOnBare200(World world) {
            super(world);
        }

        @Override
        Call.Answer taken(Call.Answer answer, Batch batch) {
            return answer.status() == 200 && receipt(answer).isEmpty() ? allOf(batch) : answer;
        }
    }

    static final class DropsOn503 extends Deletes {
        DropsOn503(World world) {
            super(world);
        }

        @Override
        Call.Answer taken(Call.Answer answer, Batch batch) {
            return answer.status() == 503 ? allOf(batch) : answer;
        }
    }

    static final class TakesAnyReceipt extends Deletes {
        TakesAnyReceipt(World world) {
            super(world);
        }

        @Override
        Call.Answer taken(Call.Answer answer, Batch batch) {
            return receipt(answer).isPresent() ? allOf(batch) : answer;
        }
    }

    static final class SettlesConflicts extends WireBug {
        SettlesConflicts(World world) {
            super(world);
        }

        @Override
        Call.Answer call(Call call, SimTerminal terminal, Way network) throws IOException {
            Call.Answer answer = network.carry(call);
            return receipt(answer)
                    .filter(it ->
                            call.batch() && it.journal().equals(batch(call).journal()))
                    .map(unused -> allOf(batch(call)))
                    .orElse(answer);
        }
    }

    /** A batch that had no answer goes out again under the numbers that follow. */
    static final class RetriesRenumbered extends WireBug {
        private final Map<UUID, Long> shifts = new HashMap<>();

        RetriesRenumbered(World world) {
            super(world);
        }

        @Override
        Call.Answer call(Call call, SimTerminal terminal, Way network) throws IOException {
            if (!call.batch()) {
                return network.carry(call);
            }
            Batch batch = batch(call);
            long shift = shifts.getOrDefault(batch.journal(), 0L);
            try {
                Call.Answer answer = network.carry(with(call, shifted(batch, shift)));
                return receipt(answer)
                        .map(it -> shift == 0 ? answer : allOf(batch))
                        .orElse(answer);
            } catch (IOException e) {
                shifts.merge(batch.journal(), (long) batch.responses().size(), Long::sum);
                throw e;
            }
        }

        private static Batch shifted(Batch batch, long shift) {
            List<Response> responses = batch.responses().stream()
                    .map(it -> new Response(
                            it.number() + shift,
                            it.visit() + shift,
                            it.question(),
                            it.option(),
                            it.time(),
                            it.extra().takesBack() == 0
                                    ? it.extra()
                                    : Response.Extra.takingBack(it.extra().takesBack() + shift)))
                    .toList();
            return Wires.responses(batch, batch.last() + shift, responses);
        }
    }

    static final class TrustsAnyClock extends WireBug {
        TrustsAnyClock(World world) {
            super(world);
        }

        @Override
        Call.Answer call(Call call, SimTerminal terminal, Way network) throws IOException {
            return network.carry(call.batch() ? with(call, trusted(batch(call))) : call);
        }

        private static Batch trusted(Batch batch) {
            List<Response> responses = batch.responses().stream()
                    .map(it -> new Response(
                            it.number(), it.visit(), it.question(), it.option(), trusted(it.time()), it.extra()))
                    .toList();
            return Wires.responses(batch, batch.last(), responses);
        }

        private static PressTime trusted(PressTime it) {
            return new PressTime(it.boot(), it.uptimeMillis(), it.offsetMillis(), true);
        }
    }

    private WireBugs() {}
}
