package hymio.server.ingest;

import hymio.wire.Receipt.Range;
import java.util.List;

/** Numbers as ranges. */
final class Ranges {
    /** Adds a number above all that are there. */
    static void add(List<Range> ranges, long number) {
        if (!ranges.isEmpty() && ranges.getLast().last() == number - 1) {
            ranges.set(ranges.size() - 1, new Range(ranges.getLast().first(), number));
        } else {
            ranges.add(new Range(number, number));
        }
    }

    private Ranges() {}
}
