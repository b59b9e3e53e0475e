package dev.gatehouse.contracts.event;

/** How it ended. */
public enum Outcome {
    /** It was done. */
    SUCCESS("success"),
    /** It was refused or did not work; the reason is in the event. */
    FAILURE("failure");

    private final String wireName;

    Outcome(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
