package dev.gatehouse.notification.notice;

/**
 * A notice at its place in the account's sequence.
 *
 * @param novelty as seen from the position that was asked for
 */
public record FedNotice(long position, Novelty novelty, NoticeItem item) {
    /** Whether the asker has seen the notice in an earlier state. */
    public enum Novelty {
        /** Not seen before. */
        NEW,
        /** Seen, and counted up since. */
        COUNTED_UP
    }
}
