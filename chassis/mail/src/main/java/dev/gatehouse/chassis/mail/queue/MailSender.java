package dev.gatehouse.chassis.mail.queue;

import dev.gatehouse.chassis.mail.message.Mail;
import dev.gatehouse.chassis.mail.message.MailFailure;
import dev.gatehouse.chassis.mail.message.Mails;
import dev.gatehouse.chassis.mail.message.SmtpConnection;
import dev.gatehouse.chassis.mail.queue.MailKind.Abandonment;
import dev.gatehouse.chassis.mail.queue.MailKind.Content;
import dev.gatehouse.chassis.runtime.log.Log;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One attempt to send one claimed mail: compose, send, mark. */
@ApplicationScoped
class MailSender {
    private static final Log LOG = Log.of(MailSender.class);
    private static final String TOO_LATE = "too_late";

    private final Map<String, MailKind> kinds;
    private final MailLeases leases;
    private final Mails mails;
    private final Duration composeTimeout;
    private final InstantSource clock;

    MailSender(@All List<MailKind> kinds, MailLeases leases, Mails mails, MailQueueConfig config, InstantSource clock) {
        this.kinds = byName(kinds);
        this.leases = leases;
        this.mails = mails;
        this.composeTimeout = config.sendTimeout();
        this.clock = clock;
    }

    /** Never fails: a mail that cannot even be marked is claimed again when its lease ends. */
    Uni<Void> send(ClaimedMail claimed, SmtpConnection connection) {
        return Uni.createFrom()
                .deferred(() -> attempt(claimed, connection))
                .onFailure()
                .invoke(failure -> log(claimed.mail()).warn("Mail not marked", failure))
                .onFailure()
                .recoverWithNull()
                // A database session belongs to one lane, so each attempt begins on a thread without one.
                .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    private Uni<Void> attempt(ClaimedMail attempted, SmtpConnection connection) {
        QueuedMail claimed = attempted.mail();
        MailKind kind = Objects.requireNonNull(kinds.get(claimed.kind()), "No bean composes this kind of mail");
        if (!clock.instant().isBefore(claimed.notAfter())) {
            String last = claimed.lastError();
            return leases.abandon(claimed, new Abandonment(true, last == null ? TOO_LATE : last), kind);
        }
        return content(attempted, kind)
                .ifNoItem()
                .after(composeTimeout)
                .fail()
                .onItemOrFailure()
                .transformToUni((content, failure) -> failure == null
                        ? send(claimed, connection, kind, content)
                        : notComposed(claimed, kind, failure));
    }

    private Uni<Content> content(ClaimedMail claimed, MailKind kind) {
        return claimed.knownContent(clock.instant())
                .map(known -> Uni.createFrom().item(known))
                .orElseGet(() -> kind.compose(claimed.mail()));
    }

    private Uni<Void> send(QueuedMail claimed, SmtpConnection connection, MailKind kind, Content content) {
        return switch (content) {
            case Content.Ready ready ->
                mails.send(new Mail(claimed.id(), ready.to(), ready.subject(), ready.text()), connection)
                        .onItemOrFailure()
                        .transformToUni((sent, failure) -> failure == null
                                ? leases.sent(claimed, ready.to(), kind)
                                : failed(claimed, kind, failure));
            case Content.NotYet notYet -> leases.retry(claimed, notYet.reason(), kind);
            case Content.NotNeeded notNeeded -> leases.drop(claimed, notNeeded.reason(), kind);
        };
    }

    private Uni<Void> failed(QueuedMail claimed, MailKind kind, Throwable failure) {
        if (!(failure instanceof MailFailure refused)) {
            return Uni.createFrom().failure(failure);
        }
        log(claimed).with("reason", refused.reason()).warn("Mail not sent");
        return switch (refused.kind()) {
            case TRANSIENT -> leases.retry(claimed, refused.reason(), kind);
            case PERMANENT -> leases.abandon(claimed, new Abandonment(false, refused.reason()), kind);
        };
    }

    private Uni<Void> notComposed(QueuedMail claimed, MailKind kind, Throwable failure) {
        log(claimed).warn("Mail not composed", failure);
        return leases.retry(claimed, "not_composed", kind);
    }

    private static Log log(QueuedMail claimed) {
        return LOG.with("mailId", claimed.id()).with("attempt", claimed.attempts());
    }

    private static Map<String, MailKind> byName(List<MailKind> kinds) {
        Map<String, MailKind> byName = new HashMap<>();
        for (MailKind kind : kinds) {
            for (String name : kind.kinds()) {
                if (byName.put(name, kind) != null) {
                    throw new IllegalStateException("Two beans compose mails of kind " + name);
                }
            }
        }
        return Map.copyOf(byName);
    }
}
