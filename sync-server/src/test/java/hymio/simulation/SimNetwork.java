package hymio.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import hymio.simulation.Totals.Count;
import hymio.wire.Batch;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What lies between one terminal and the server, and what it does to requests and answers. */
final class SimNetwork {
    private static final byte[] SIGN_IN =
            "<!doctype html><title>Welcome to our network</title><form><input name=room></form>".getBytes(UTF_8);

    private final World world;
    private final Faults faults;
    private final BooleanSupplier cached;
    private long offlineUntil;
    private long portalUntil;

    /**
     * @param cached whether a cache may keep its answers: two machines that share a journal cannot tell theirs apart
     */
    SimNetwork(World world, Faults faults, BooleanSupplier cached) {
        this.world = world;
        this.faults = faults;
        this.cached = cached;
    }

    void begin() {
        faults.schedule(Fault.OFFLINE, () -> {
            long most = TimeUnit.DAYS.toMillis(42);
            offlineUntil = world.agenda().millis()
                    + TimeUnit.MINUTES.toMillis(5)
                    + (long) (faults.chance(Fault.OFFLINE).skewed(5) * most);
        });
        faults.schedule(
                Fault.PORTAL,
                () -> portalUntil = world.agenda().millis()
                        + TimeUnit.MINUTES.toMillis(faults.chance(Fault.PORTAL).between(5, 600)));
    }

    void heal() {
        offlineUntil = 0;
        portalUntil = 0;
    }

    /** Whether the time server can be reached. */
    boolean online() {
        long now = world.agenda().millis();
        return now >= offlineUntil && now >= portalUntil;
    }

    /** When it works again as far as it lies here, milliseconds since 1970 UTC. */
    long upAgainMillis() {
        return Math.max(offlineUntil, portalUntil);
    }

    /** @throws IOException when no answer comes back */
    Call.Answer carry(Call call) throws IOException {
        world.totals().add(Count.CALLS, 1);
        if (world.agenda().millis() < offlineUntil) {
            throw new UnknownHostException("no network");
        }
        if (world.agenda().millis() < portalUntil) {
            return portal();
        }
        if (faults.strikes(Fault.LOSE_REQUEST)) {
            throw new SocketTimeoutException("request lost");
        }
        if (faults.strikes(Fault.BARE_ANSWER)) {
            return new Call.Answer(200, "text/plain", "", 0, new byte[0]);
        }
        if (world.lastAnswer().isPresent() && faults.strikes(Fault.MISDELIVERED)) {
            return world.lastAnswer().get();
        }
        if (faults.strikes(Fault.LATE)) {
            late(call);
            throw new SocketTimeoutException("request late");
        }
        if (call.body().length > 0 && faults.strikes(Fault.CUT_REQUEST)) {
            return cut(call);
        }
        return delivered(call);
    }

    private Call.Answer portal() {
        return switch (faults.chance(Fault.PORTAL).number(0, 2)) {
            case 0 -> new Call.Answer(200, "text/html", "", 0, SIGN_IN);
            case 1 -> new Call.Answer(302, "text/html", "", 0, SIGN_IN);
            default -> new Call.Answer(511, "text/html", "", 0, SIGN_IN);
        };
    }

    private Call.Answer delivered(Call call) throws IOException {
        if (faults.strikes(Fault.REPEAT)) {
            world.server().answer(call);
        }
        Call.Answer answer = world.server().answer(call);
        if (call.batch() && cached.getAsBoolean()) {
            world.remember(answer);
        }
        if (faults.strikes(Fault.LOSE_RECEIPT)) {
            throw new SocketTimeoutException("answer lost");
        }
        if (answer.body().length > 0 && faults.strikes(Fault.CUT_RECEIPT)) {
            return answer.body(shortened(answer.body(), faults.chance(Fault.CUT_RECEIPT)));
        }
        return answer;
    }

    private Call.Answer cut(Call call) throws IOException {
        Chance chance = faults.chance(Fault.CUT_REQUEST);
        Call.Answer answer = world.server().answer(call.body(shortened(call.body(), chance)));
        if (call.batch() && Wires.receipt(world.codec(), answer).isPresent()) {
            world.violated("a request that was cut short got a receipt", "");
        }
        if (chance.hit(0.5)) {
            throw new IOException("connection reset");
        }
        return answer;
    }

    private static byte[] shortened(byte[] body, Chance chance) {
        return Arrays.copyOf(body, chance.number(0, body.length - 1));
    }

    private void late(Call call) {
        long delay = TimeUnit.MINUTES.toMillis(faults.chance(Fault.LATE).between(1, 3 * 24 * 60));
        if (call.batch()) {
            noteDelay(call, delay);
        }
        world.agenda().in(delay, () -> {
            try {
                world.server().answer(call);
            } catch (IOException e) {
                world.tell("network", "the late request met a dead server");
            }
        });
    }

    private void noteDelay(Call call, long delay) {
        Batch batch = Wires.batch(world.codec(), call);
        world.truth().delayed(batch.journal(), delay);
    }
}
