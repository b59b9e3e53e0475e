package dev.gatehouse.localstack.terminal;

import java.util.LinkedHashMap;
import java.util.Map;

/** One line per name: rewritten in place on a terminal until {@link #settle}, else a new line for each change. */
public final class StatusLines {
    private final Terminal terminal;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private int drawn;
    private boolean settled;

    /** Nothing is shown yet. */
    public StatusLines(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Shows the new text of one name; the same text twice is shown once. */
    public synchronized void show(String name, Tone tone, String text) {
        Entry entry = new Entry(tone, text);
        if (entry.equals(entries.put(name, entry))) {
            return;
        }
        if (terminal.canRewrite() && !settled) {
            terminal.rewind(drawn);
            entries.values().forEach(each -> terminal.signed(each.tone(), each.text()));
            drawn = entries.size();
        } else if (tone != Tone.QUIET) {
            terminal.signed(tone, text);
        }
    }

    /** What is shown stays; later changes are new lines below. */
    public synchronized void settle() {
        settled = true;
    }

    private record Entry(Tone tone, String text) {}
}
