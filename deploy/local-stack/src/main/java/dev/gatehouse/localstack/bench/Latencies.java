package dev.gatehouse.localstack.bench;

import java.util.List;

/** Figures of a list of latencies in milliseconds. */
final class Latencies {
    private Latencies() {}

    /** Median and 99th percentile, the latter against its goal. */
    static List<Figure> figures(String name, List<Double> millis, double goalOfP99) {
        return List.of(
                Figure.of(name + " (" + millis.size() + "): p50", percentile(millis, 0.50), "ms"),
                Figure.of(name + ": p99", percentile(millis, 0.99), "ms").atMost(goalOfP99));
    }

    /** The value below which this part of the others lies, by the nearest rank; no number for an empty list. */
    static double percentile(List<Double> values, double part) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
    }
}
