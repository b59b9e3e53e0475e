package dev.gatehouse.chassis.mail.queue;

import dev.gatehouse.chassis.mail.queue.MailKind.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A claimed mail on its way to the SMTP server. One that was claimed as it was stored may know its content, from what
 * the transaction read that stored it; that counts for a second, then it is read again.
 */
final class ClaimedMail {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final QueuedMail mail;
    private final @Nullable Supplier<Content> content;
    private final Instant freshUntil;

    private ClaimedMail(QueuedMail mail, @Nullable Supplier<Content> content, Instant freshUntil) {
        this.mail = mail;
        this.content = content;
        this.freshUntil = freshUntil;
    }

    static ClaimedMail of(QueuedMail mail) {
        return new ClaimedMail(mail, null, Instant.MIN);
    }

    static ClaimedMail of(QueuedMail mail, @Nullable Supplier<Content> content, Instant now) {
        return new ClaimedMail(mail, content, now.plus(FRESH));
    }

    QueuedMail mail() {
        return mail;
    }

    /** What makes the content without reading anything; empty when it must be read. */
    Optional<Supplier<Content>> knownContent(Instant now) {
        return now.isBefore(freshUntil) ? Optional.ofNullable(content) : Optional.empty();
    }
}
