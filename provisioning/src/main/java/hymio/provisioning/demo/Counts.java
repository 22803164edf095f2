package hymio.provisioning.demo;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Responses by option.
 *
 * @param byOption option → how many; an option without any is not there
 */
record Counts(Map<Integer, Long> byOption) {
    static final Counts NONE = new Counts(Map.of());

    Counts {
        TreeMap<Integer, Long> some = new TreeMap<>(byOption);
        some.values().removeIf(n -> n == 0);
        byOption = some;
    }

    static Counts sum(Collection<Counts> all) {
        Map<Integer, Long> sum = new TreeMap<>();
        all.forEach(counts -> counts.byOption.forEach((option, n) -> sum.merge(option, n, Math::addExact)));
        return new Counts(sum);
    }

    Counts plusOne(int option) {
        Map<Integer, Long> more = new TreeMap<>(byOption);
        more.merge(option, 1L, Math::addExact);
        return new Counts(more);
    }

    long total() {
        return byOption.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
        return total() + " " + byOption;
    }
}
