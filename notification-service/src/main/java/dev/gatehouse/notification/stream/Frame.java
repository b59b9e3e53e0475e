package dev.gatehouse.notification.stream;

import dev.gatehouse.notification.notification.NotificationChange;

/** What is sent on a stream. */
sealed interface Frame {
    /** The stream begins after this position. */
    record Opened(long position) implements Frame {}

    /** A notification is new, or counted up. */
    record Told(NotificationChange notification) implements Frame {}

    /** Nothing happened for a while. */
    record Silence() implements Frame {}
}
