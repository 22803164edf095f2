package hymio.wire;

import java.util.OptionalLong;
import java.util.UUID;

/**
 * What the terminal knows by now of a boot in which presses were made while the clock was not trusted. Either the
 * offset, or bounds, as far as they are known. It never changes a response: the server places the press with it.
 *
 * @param boot the kernel's boot id
 * @param offset wall clock less uptime, milliseconds, once the clock was trusted later in this boot
 * @param after no press of this boot was made before this, milliseconds since 1970 UTC: the last trusted time of an
 *     earlier boot, or the time that a receipt told in it
 * @param before no press of this boot was made after this, milliseconds since 1970 UTC: when a later boot, in which the
 *     clock was trusted, began
 */
public record BootTime(UUID boot, OptionalLong offset, OptionalLong after, OptionalLong before) {
    public BootTime {
        offset.ifPresent(it -> Check.range("boots.offset", it, -Limits.UPTIME_MILLIS, Limits.WALL_MILLIS));
        after.ifPresent(it -> Check.range("boots.after", it, 0, Limits.WALL_MILLIS));
        before.ifPresent(it -> Check.range("boots.before", it, after.orElse(0), Limits.WALL_MILLIS));
    }

    /** A boot whose clock was trusted in the end. */
    public static BootTime trusted(UUID boot, long offsetMillis) {
        return new BootTime(boot, OptionalLong.of(offsetMillis), OptionalLong.empty(), OptionalLong.empty());
    }
}
