package dev.gatehouse.notification.template;

/** A value that only some kinds of notification have; the keys of {@link NotificationFacts#details}. */
public enum Detail {
    /** The network that is trusted now. */
    NETWORK("network"),
    /** When the trust, the admin right or the password expires; RFC 3339. */
    UNTIL("until"),
    /** The agent whom an alert is about, by name and e-mail address. */
    AGENT("agent"),
    /** Why the admin right was granted or a new password is required, as an administrator wrote it. */
    REASON("reason"),
    /** Present when another account changed the password. */
    BY_ANOTHER("byAnother");

    private final String key;

    Detail(String key) {
        this.key = key;
    }

    /** The key as it is stored. */
    public String key() {
        return key;
    }
}
