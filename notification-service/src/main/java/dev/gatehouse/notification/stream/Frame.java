package dev.gatehouse.notification.stream;

import dev.gatehouse.notification.notice.FedNotice;

/** What is sent on a stream. */
sealed interface Frame {
    /** The stream begins after this position. */
    record Opened(long position) implements Frame {}

    /** A notice is new, or counted up. */
    record Told(FedNotice notice) implements Frame {}

    /** Nothing happened for a while. */
    record Silence() implements Frame {}
}
