package dev.gatehouse.localstack.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * One measured figure.
 *
 * @param goal absent where the figure only explains others
 */
record Figure(String name, double value, String unit, Optional<Goal> goal) {
    private static final double NO_DECIMALS_FROM = 1_000;

    /** What the figure should be. */
    record Goal(Bound bound, double limit) {
        boolean isMetBy(double value) {
            return switch (bound) {
                case AT_MOST -> value <= limit;
                case AT_LEAST -> value >= limit;
            };
        }

        @Override
        public String toString() {
            return (bound == Bound.AT_MOST ? "≤ " : "≥ ") + number(limit);
        }
    }

    /** Which side is good. */
    enum Bound {
        AT_MOST,
        AT_LEAST
    }

    /** How a figure stands against its goal. */
    enum Verdict {
        MET,
        MISSED,
        NO_GOAL
    }

    static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, Optional.empty());
    }

    Figure atMost(double limit) {
        return new Figure(name, value, unit, Optional.of(new Goal(Bound.AT_MOST, limit)));
    }

    Figure atLeast(double limit) {
        return new Figure(name, value, unit, Optional.of(new Goal(Bound.AT_LEAST, limit)));
    }

    /** A figure that is no number has met no goal. */
    Verdict verdict() {
        return goal.map(wanted -> wanted.isMetBy(value) ? Verdict.MET : Verdict.MISSED)
                .orElse(Verdict.NO_GOAL);
    }

    String shownValue() {
        return number(value) + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "none";
        }
        return Math.abs(value) >= NO_DECIMALS_FROM || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
