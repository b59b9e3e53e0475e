package dev.gatehouse.notification.delivery;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.queue.MailKind;
import dev.gatehouse.chassis.mail.queue.QueuedMail;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.NotificationDelivered;
import dev.gatehouse.contracts.event.NotificationFailed;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.notification.account.Accounts;
import dev.gatehouse.notification.account.Recipient;
import dev.gatehouse.notification.address.Addresses;
import dev.gatehouse.notification.notification.Notifications;
import dev.gatehouse.notification.template.NotificationFacts;
import dev.gatehouse.notification.template.NotificationKind;
import dev.gatehouse.notification.template.NotificationTexts;
import dev.gatehouse.notification.template.NotificationTexts.MailContent;
import dev.gatehouse.notification.template.NotificationTexts.Reader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The mail of a notification, composed when it is sent: to the address that the account has then, with the hostname
 * that is known then. Publishes how the delivery ended.
 */
@ApplicationScoped
class NotificationMail implements MailKind {
    private static final String NO_RECIPIENT = "nobody to write to";

    private final Notifications notifications;
    private final Accounts accounts;
    private final Addresses addresses;
    private final NotificationTexts texts;
    private final Events events;
    private final Transactions transactions;

    NotificationMail(
            Notifications notifications,
            Accounts accounts,
            Addresses addresses,
            NotificationTexts texts,
            Events events,
            Transactions transactions) {
        this.notifications = notifications;
        this.accounts = accounts;
        this.addresses = addresses;
        this.texts = texts;
        this.events = events;
        this.transactions = transactions;
    }

    @Override
    public Set<String> kinds() {
        return Arrays.stream(NotificationKind.values())
                .map(NotificationKind::toString)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Uni<Content> compose(QueuedMail mail) {
        return transactions
                .read(() -> accounts.find(accountId(mail))
                        .map(found -> found.filter(Recipient::isNotified))
                        .chain(recipient -> recipient.isEmpty() ? nothing() : compose(mail, recipient.get())))
                .map(content -> content.orElseGet(() -> new Content.NotNeeded(NO_RECIPIENT)));
    }

    @Override
    public Uni<Void> sent(QueuedMail mail) {
        return events.publish(
                event(mail, new NotificationDelivered(mail.subjectId(), mail.kind(), DeliveryResponse.EMAIL)));
    }

    @Override
    public Uni<Void> dropped(QueuedMail mail, String reason) {
        return failed(mail, reason);
    }

    @Override
    public Uni<Void> abandoned(QueuedMail mail, Abandonment why) {
        return failed(mail, why.reason());
    }

    private Uni<Void> failed(QueuedMail mail, String reason) {
        NotificationFailed failed = new NotificationFailed(mail.subjectId(), mail.kind(), DeliveryResponse.EMAIL);
        return events.publish(event(mail, failed).failed(reason));
    }

    private Uni<Optional<Content>> compose(QueuedMail mail, Recipient recipient) {
        return notifications
                .facts(mail.subjectId())
                .chain(facts -> facts.isEmpty()
                        ? nothing()
                        : withHostname(facts.get()).map(known -> Optional.of(content(known, recipient))));
    }

    private Uni<NotificationFacts> withHostname(NotificationFacts facts) {
        String ip = facts.ip();
        return ip == null || facts.hostname() != null
                ? Uni.createFrom().item(facts)
                : addresses.find(ip).map(found -> found.map(address -> facts.withHostname(address.hostname()))
                        .orElse(facts));
    }

    /** The mail of a notification with these facts; reads nothing. */
    Content content(NotificationFacts facts, Recipient recipient) {
        Reader reader = new Reader(recipient.displayName(), recipient.locale(), recipient.timeZone());
        MailContent mail = texts.mail(facts, reader);
        return new Content.Ready(recipient.email(), mail.subject(), mail.body());
    }

    private <D extends EventData> SecurityEvent<D> event(QueuedMail mail, D data) {
        return events.event(data, Origin.SYSTEM).about(accountId(mail));
    }

    private static UUID accountId(QueuedMail mail) {
        return Objects.requireNonNull(mail.accountId(), "A notification has an account");
    }

    private static Uni<Optional<Content>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }
}
