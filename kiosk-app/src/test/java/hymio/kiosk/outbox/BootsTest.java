package hymio.kiosk.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hymio.kiosk.outbox.BootRule.Boot;
import hymio.wire.BootTime;
import hymio.wire.PressTime;
import hymio.wire.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of boots in which the clock was not trusted. */
class BootsTest {
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID DARK = new UUID(1, 2);
    private static final UUID LAST = new UUID(1, 3);
    private static final long WALL = 1_795_000_000_000L;

    @TempDir
    Path folder;

    private static PressTime at(UUID boot, long uptime, long offset, boolean trusted) {
        return new PressTime(boot, uptime, offset, trusted);
    }

    private static BootTime bounds(long after, long before) {
        return new BootTime(DARK, OptionalLong.empty(), OptionalLong.of(after), OptionalLong.of(before));
    }

    @Test
    void bootWithoutTrustIsBoundedByItsNeighboursAndLearnsItsOffsetLater() {
        try (Outbox outbox = Outbox.open(folder.resolve("outbox.db"))) {
            outbox.clock(at(FIRST, 60_000, WALL, true));
            outbox.clock(at(DARK, 1_000, 0, false));
            outbox.append(0, "service@1", 1, at(DARK, 2_000, 0, false), Response.Extra.NONE);
            assertThat(outbox.oldest(10).boots())
                    .containsExactly(new BootTime(
                            DARK, OptionalLong.empty(), OptionalLong.of(WALL + 60_000), OptionalLong.empty()));
        }
        try (Outbox outbox = Outbox.open(folder.resolve("outbox.db"))) {
            outbox.clock(at(LAST, 5_000, WALL + 900_000, true));
            assertThat(outbox.oldest(10).boots()).containsExactly(bounds(WALL + 60_000, WALL + 900_000));
            outbox.clock(at(DARK, 9_000, WALL + 400_000, true)); // had it been trusted in that boot
            assertThat(outbox.oldest(10).boots()).containsExactly(BootTime.trusted(DARK, WALL + 400_000));
        }
    }

    @Test
    void receiptTellsThatLaterBootsAreLaterEvenIfTheClockIsNeverTrusted() {
        try (Outbox outbox = Outbox.open(folder.resolve("outbox.db"))) {
            outbox.clock(at(FIRST, 1_000, 0, false));
            outbox.heard(at(FIRST, 2_000, 0, false), WALL);
            outbox.heard(at(FIRST, 3_000, 0, false), WALL - 900_000); // an old answer, from a cache
            outbox.clock(at(DARK, 1_000, 0, false));
            outbox.append(0, "service@1", 1, at(DARK, 2_000, 0, false), Response.Extra.NONE);
            assertThat(outbox.oldest(10).boots())
                    .containsExactly(
                            new BootTime(DARK, OptionalLong.empty(), OptionalLong.of(WALL), OptionalLong.empty()));
        }
    }

    @Test
    void trustedResponsesNeedNothingAndAreNeverChanged() {
        try (Outbox outbox = Outbox.open(folder.resolve("outbox.db"))) {
            outbox.clock(at(FIRST, 1_000, WALL, true));
            outbox.append(0, "service@1", 1, at(FIRST, 2_000, WALL, true), Response.Extra.NONE);
            outbox.clock(at(FIRST, 3_000, WALL + 7_000, true));
            assertThat(outbox.oldest(10).boots()).isEmpty();
            assertThat(outbox.oldest(10).responses().getFirst().time().offsetMillis())
                    .isEqualTo(WALL);
        }
    }

    @Test
    void boundsHoldTheTruthWhateverBootsAreTrusted() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<Boot> boots = new ArrayList<>();
            List<long[]> truth = new ArrayList<>();
            long wall = WALL;
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                long began = wall + random.nextInt(100_000);
                long ended = began + random.nextInt(1_000_000);
                boolean trusted = random.nextBoolean();
                long seen = began + (long) ((ended - began) * random.nextDouble());
                boots.add(new Boot(
                        new UUID(seed, i),
                        trusted ? OptionalLong.of(began) : OptionalLong.empty(),
                        trusted ? OptionalLong.of(seen) : OptionalLong.empty()));
                truth.add(new long[] {began, ended});
                wall = ended;
            }
            for (int i = 0; i < boots.size(); i++) {
                holds(BootRule.known(boots, boots.get(i).id()), boots.get(i), truth.get(i), seed);
            }
        }
    }

    private static void holds(Optional<BootTime> known, Boot boot, long[] truth, int seed) {
        if (boot.offset().isPresent()) {
            assertThat(known.orElseThrow().offset()).as("seed %d", seed).isEqualTo(boot.offset());
        } else if (known.isPresent()) {
            assertThat(known.get().after().orElse(0)).as("seed %d", seed).isLessThanOrEqualTo(truth[0]);
            assertThat(known.get().before().orElse(Long.MAX_VALUE))
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(truth[1]);
        }
    }

    @Test
    void boundsThatContradictEachOtherAreNotSent() {
        List<Boot> boots = List.of(
                new Boot(FIRST, OptionalLong.of(WALL), OptionalLong.of(WALL + 5_000)),
                new Boot(DARK, OptionalLong.empty(), OptionalLong.empty()),
                new Boot(LAST, OptionalLong.of(WALL + 4_000), OptionalLong.of(WALL + 9_000)));
        assertThat(BootRule.known(boots, DARK)).isEmpty();
        assertThat(BootRule.known(boots, new UUID(7, 7))).isEmpty();
    }
}
