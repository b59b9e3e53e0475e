package dev.gatehouse.notification.notification;

/**
 * A new or updated notification, at its position in the account's sequence.
 *
 * @param kind as seen from the position that the caller asked from
 */
public record NotificationChange(long position, Kind kind, NotificationResponse notification) {
    /** Whether the caller has seen an earlier state of the notification. */
    public enum Kind {
        /** Not seen before. */
        ADDED,
        /** Seen before; its number of occurrences has grown. */
        UPDATED
    }
}
