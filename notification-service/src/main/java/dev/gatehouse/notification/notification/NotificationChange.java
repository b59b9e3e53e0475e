package dev.gatehouse.notification.notification;

/**
 * A notification at its place in the account's sequence.
 *
 * @param novelty as seen from the position that was asked for
 */
public record NotificationChange(long position, Novelty novelty, NotificationResponse item) {
    /** Whether the asker has seen the notification in an earlier state. */
    public enum Novelty {
        /** Not seen before. */
        NEW,
        /** Seen, and counted up since. */
        COUNTED_UP
    }
}
