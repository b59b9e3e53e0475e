package dev.gatehouse.localstack.bench;

import dev.gatehouse.localstack.terminal.Terminal;
import dev.gatehouse.localstack.terminal.Tone;
import java.util.List;
import java.util.Locale;

/** Prints figures against their goals, one line each. */
final class FigureTable {
    private static final String ROW = "%-58s %14s   %s";

    private FigureTable() {}

    static void print(String title, List<Figure> figures, Terminal terminal) {
        terminal.line("");
        terminal.line(String.format(Locale.ROOT, "    " + ROW, title, "figure", "goal"));
        for (Figure figure : figures) {
            String goal = figure.goal().map(Figure.Goal::toString).orElse("");
            terminal.signed(
                    tone(figure.verdict()),
                    String.format(Locale.ROOT, ROW, figure.name(), figure.shownValue(), goal)
                            .stripTrailing());
        }
    }

    private static Tone tone(Figure.Verdict verdict) {
        return switch (verdict) {
            case MET -> Tone.GOOD;
            case MISSED -> Tone.BAD;
            case NO_GOAL -> Tone.QUIET;
        };
    }
}
