package dev.gatehouse.notification.preference;

/** Where one kind of notification is told. */
public record Choice(boolean email, boolean inApp) {
    static final Choice EVERYWHERE = new Choice(true, true);

    /** Whether it is told at all. */
    public boolean toldAnywhere() {
        return email || inApp;
    }
}
