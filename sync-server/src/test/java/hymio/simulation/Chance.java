package hymio.simulation;

import java.security.SecureRandom;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Draws that depend on seed and name only: leaving one actor or fault out does not move the draws of the others. */
final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    Chance(long seed, String name) {
        random = new SplittableRandom((seed + 1) * GOLDEN ^ Long.rotateLeft(name.hashCode() * GOLDEN, 31));
    }

    boolean hit(double probability) {
        return random.nextDouble() < probability;
    }

    /** From {@code low} to {@code high}, both included. */
    long between(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    int number(int low, int high) {
        return (int) between(low, high);
    }

    /** From 0 to 1, small ones far more often: the power says how much. */
    double skewed(int power) {
        return Math.pow(random.nextDouble(), power);
    }

    /** A waiting time of which {@code mean} is the mean. */
    long wait(double mean) {
        return Math.max(1, (long) (-mean * Math.log(1 - random.nextDouble())));
    }

    <T> T pick(List<T> all) {
        return all.get(number(0, all.size() - 1));
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    RandomGenerator generator() {
        return random;
    }

    /** For what asks for secrets. */
    SecureRandom secrets() {
        return new Drawn(random);
    }

    private static final class Drawn extends SecureRandom {
        private final transient SplittableRandom random;

        Drawn(SplittableRandom random) {
            this.random = random;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            random.nextBytes(bytes);
        }
    }
}
