package hymio.bench;

import java.util.Locale;

/**
 * One measured value beside its baseline.
 *
 * @param ours Hymiö's value in the unit
 * @param base the baseline's, 0 when there is none
 * @param against what the baseline is
 */
public record Row(String what, String unit, String against, double ours, double base, Reach reach) {
    /** What is to be reached. */
    public sealed interface Reach {
        /** At most this share of the baseline. */
        record Share(double most) implements Reach {
            @Override
            public String toString() {
                return String.format(Locale.ROOT, "≤ %.2f×", most);
            }
        }

        /** At least this share of the baseline. */
        record LeastShare(double least) implements Reach {
            @Override
            public String toString() {
                return String.format(Locale.ROOT, "≥ %.2f×", least);
            }
        }

        /** At most this much. */
        record Value(double most, String unit) implements Reach {
            @Override
            public String toString() {
                return "≤ " + number(most) + " " + unit;
            }
        }

        /** At least this much. */
        record LeastValue(double least, String unit) implements Reach {
            @Override
            public String toString() {
                return "≥ " + number(least) + " " + unit;
            }
        }

        /** Nothing: the value is for information. */
        record None() implements Reach {
            @Override
            public String toString() {
                return "–";
            }
        }
    }

    public double ratio() {
        return ours / base;
    }

    /** A baseline of nothing has no ratio: /proc counts in steps of 10 ms. */
    public boolean comparable() {
        return base > 0;
    }

    public boolean reached() {
        return switch (reach) {
            case Reach.Share share -> ratio() <= share.most();
            case Reach.LeastShare share -> ratio() >= share.least();
            case Reach.Value value -> ours <= value.most();
            case Reach.LeastValue value -> ours >= value.least();
            case Reach.None unused -> true;
        };
    }

    /** Three figures or all of a large number, with thin spaces between thousands. */
    static String number(double value) {
        return String.format(Locale.ROOT, value < 100 && value != Math.rint(value) ? "%.1f" : "%,.0f", value)
                .replace(',', '\u00a0');
    }
}
