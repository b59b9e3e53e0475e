package dev.gatehouse.localstack.terminal;

/** How a line is meant; never shown by colour alone. */
public enum Tone {
    /** Nothing to see yet. */
    QUIET("·", "2"),
    /** On its way. */
    BUSY("…", "33"),
    /** As it should be. */
    GOOD("✓", "32"),
    /** Not as it should be. */
    BAD("✗", "31");

    private final String sign;
    private final String colour;

    Tone(String sign, String colour) {
        this.sign = sign;
        this.colour = colour;
    }

    String sign() {
        return sign;
    }

    String coloured(String text) {
        return "\u001b[" + colour + "m" + text + "\u001b[0m";
    }
}
