package dev.gatehouse.localstack.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.localstack.terminal.Terminal;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureTableTest {
    private static final List<Figure> FIGURES = List.of(
            Figure.of("login: statements", 28.44, "").atMost(30),
            Figure.of("login: commits", 6.5, "").atMost(6),
            Figure.of("stored", 5_000, "events/s").atLeast(5_000),
            Figure.of("skipped", 49_999, "events/s").atLeast(50_000),
            Figure.of("login: bytes", 12_345.6, ""));

    @Test
    void printsEachFigureWithItsGoalAndVerdict() {
        StringWriter out = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(out), Terminal.Look.PLAIN);

        FigureTable.print("cost", FIGURES, terminal);

        List<String> lines = out.toString().lines().skip(2).toList();
        assertEquals(
                List.of(
                        "✓ login: statements 28.4 ≤ 30",
                        "✗ login: commits 6.5 ≤ 6",
                        "✓ stored 5,000 events/s ≥ 5,000",
                        "✗ skipped 49,999 events/s ≥ 50,000",
                        "· login: bytes 12,346"),
                lines.stream().map(line -> line.strip().replaceAll(" +", " ")).toList());
    }

    @Test
    void judgesWhatWasNotMeasuredAsMissed() {
        assertEquals(
                Figure.Verdict.MISSED,
                Figure.of("nothing", Double.NaN, "ms").atMost(5).verdict());
        assertEquals(
                Figure.Verdict.MISSED,
                Figure.of("nothing", Double.NaN, "/s").atLeast(5).verdict());
    }

    @Test
    void takesPercentilesByNearestRank() {
        List<Double> values = List.of(5.0, 1.0, 3.0, 2.0, 4.0);

        assertEquals(3.0, Latencies.percentile(values, 0.50));
        assertEquals(5.0, Latencies.percentile(values, 0.99));
        assertTrue(Double.isNaN(Latencies.percentile(List.of(), 0.5)));
    }

    @Test
    void subtractsWhatTheIdleSuiteUses() {
        Usage before = new Usage(0, Map.of("statements", 100.0));
        Usage after = new Usage(2_000_000_000L, Map.of("statements", 170.0));

        assertEquals(50.0, after.since(before, Map.of("statements", 10.0)).get("statements"));
        assertEquals(35.0, after.perSecondSince(before).get("statements"));
    }

    @Test
    void comparesStatementsWithoutTheirNumbers() {
        assertEquals(
                "DELETE FROM outbox WHERE id IN (N)",
                StatementLog.shape("DELETE FROM outbox\n WHERE id IN (12,13,14)"));
    }

    @Test
    void reportsFiguresWithGoalAndVerdict() {
        JsonObject json = BenchReport.json(FIGURES.get(1));

        assertEquals(
                new JsonObject()
                        .put("name", "login: commits")
                        .put("value", 6.5)
                        .put("unit", "")
                        .put("verdict", "MISSED")
                        .put("goal", 6.0)
                        .put("bound", "AT_MOST"),
                json);
    }
}
