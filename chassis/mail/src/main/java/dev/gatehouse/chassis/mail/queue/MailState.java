package dev.gatehouse.chassis.mail.queue;

/** How far a mail is. */
public enum MailState {
    /** Due now or later. */
    QUEUED,
    /** Claimed by a replica until its lease ends. */
    SENDING,
    /** The SMTP server took it. */
    SENT,
    /** Not needed any more when it was due. */
    DROPPED,
    /** Refused for good, or not sent in time. */
    ABANDONED;

    /** Whether the mail is still to be sent. */
    public boolean isPending() {
        return this == QUEUED || this == SENDING;
    }
}
