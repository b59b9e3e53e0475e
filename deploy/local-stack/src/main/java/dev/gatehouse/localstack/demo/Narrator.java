package dev.gatehouse.localstack.demo;

import dev.gatehouse.localstack.terminal.Terminal;
import dev.gatehouse.localstack.terminal.Tone;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Prints the demo as it happens: numbered steps, what is sent, what is seen, how long it took. */
final class Narrator {
    private static final Set<String> SECRET = Set.of("password", "accessToken", "refreshToken");

    private final Terminal terminal;
    private int steps;

    Narrator(Terminal terminal) {
        this.terminal = terminal;
    }

    void step(String title) {
        steps++;
        terminal.line("");
        terminal.line(String.format(Locale.ROOT, "%2d  %s", steps, title));
    }

    void sent(String what) {
        terminal.line("    → " + what);
    }

    void seen(String what) {
        terminal.line("    ← " + what);
    }

    void seen(String what, Duration took) {
        seen(what + "   (" + took.toMillis() + " ms)");
    }

    void done(String what) {
        terminal.line("");
        terminal.signed(Tone.GOOD, what);
    }

    void failed(String sentence) {
        terminal.line("");
        terminal.complaint(
                steps == 0
                        ? "The demo could not begin: " + sentence
                        : "Step " + steps + " did not happen: " + sentence);
    }

    /** The body with secrets blotted out. */
    static String shown(JsonObject body) {
        JsonObject copy = body.copy();
        copy.fieldNames().stream().filter(SECRET::contains).toList().forEach(name -> copy.put(name, "…"));
        return copy.encode();
    }
}
