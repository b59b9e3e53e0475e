package dev.gatehouse.notification.preference;

/** Where an agent receives one kind of notification. */
public record Choice(boolean email, boolean inApp) {
    static final Choice EVERYWHERE = new Choice(true, true);

    /** Whether the agent receives it at all. */
    public boolean anywhere() {
        return email || inApp;
    }
}
