package dev.gatehouse.notification.template;

/** What is particular to some kinds of notification; the keys of {@link NotificationFacts#details}. */
public enum Detail {
    /** The network that is trusted now. */
    NETWORK("network"),
    /** Until when the address is trusted, or the right holds; RFC 3339. */
    UNTIL("until"),
    /** Why the right was granted, as an administrator wrote it. */
    REASON("reason"),
    /** Present when somebody else did it. */
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
