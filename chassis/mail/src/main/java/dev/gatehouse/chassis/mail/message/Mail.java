package dev.gatehouse.chassis.mail.message;

import java.util.UUID;

/**
 * A mail to one person.
 *
 * @param id of its row in the queue: the {@code Message-ID} is made of it, so that mail clients recognise the one
 *     possible duplicate after a crash
 * @param to one bare address, checked again before it becomes a header
 * @param subject one line
 */
public record Mail(UUID id, String to, String subject, MailText body) {
    /** Redacted: addresses and bodies stay out of logs. */
    @Override
    public String toString() {
        return "Mail[id=" + id + "]";
    }
}
