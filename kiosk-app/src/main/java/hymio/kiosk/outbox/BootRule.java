package hymio.kiosk.outbox;

import hymio.wire.BootTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the other boots tell of one in which the clock was not trusted. Pure. Boots follow each other, so what happened
 * in one lies between the last sure time of an earlier one and the beginning of a later one.
 */
final class BootRule {
    /**
     * One boot of this machine.
     *
     * @param offset wall clock less uptime, milliseconds, when the clock was first trusted in it: the wall time at
     *     which it began
     * @param last a trusted wall time in it, or one that a receipt told, the latest that was written down, milliseconds
     *     since 1970 UTC
     */
    record Boot(UUID id, OptionalLong offset, OptionalLong last) {}

    /**
     * @param boots in the order in which they were seen
     * @return nothing when nothing is known
     */
    static Optional<BootTime> known(List<Boot> boots, UUID boot) {
        int at = boots.stream().map(Boot::id).toList().indexOf(boot);
        if (at < 0) {
            return Optional.empty();
        }
        OptionalLong offset = boots.get(at).offset();
        return offset.isPresent()
                ? Optional.of(BootTime.trusted(boot, offset.getAsLong()))
                : bounded(
                        boot,
                        nearest(boots.subList(0, at).reversed().stream().map(Boot::last)),
                        nearest(boots.subList(at + 1, boots.size()).stream().map(Boot::offset)));
    }

    /** Bounds that contradict each other come from a time source that lied: better none. */
    private static Optional<BootTime> bounded(UUID boot, OptionalLong after, OptionalLong before) {
        boolean lie = before.isPresent() && before.getAsLong() < after.orElse(0);
        boolean nothing = after.isEmpty() && before.isEmpty();
        return lie || nothing ? Optional.empty() : Optional.of(new BootTime(boot, OptionalLong.empty(), after, before));
    }

    private static OptionalLong nearest(Stream<OptionalLong> times) {
        return times.filter(OptionalLong::isPresent).findFirst().orElse(OptionalLong.empty());
    }

    private BootRule() {}
}
