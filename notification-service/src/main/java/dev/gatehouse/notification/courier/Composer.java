package dev.gatehouse.notification.courier;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.message.Mail;
import dev.gatehouse.notification.account.Accounts;
import dev.gatehouse.notification.account.Recipient;
import dev.gatehouse.notification.address.Addresses;
import dev.gatehouse.notification.delivery.Claim;
import dev.gatehouse.notification.notification.Notifications;
import dev.gatehouse.notification.template.MailContent;
import dev.gatehouse.notification.template.NotificationFacts;
import dev.gatehouse.notification.template.NotificationTexts;
import dev.gatehouse.notification.template.Reader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Writes the mail of a claim, from what is known now. */
@ApplicationScoped
class Composer {
    private final Notifications notifications;
    private final Accounts accounts;
    private final Addresses addresses;
    private final NotificationTexts texts;
    private final Transactions transactions;

    Composer(
            Notifications notifications,
            Accounts accounts,
            Addresses addresses,
            NotificationTexts texts,
            Transactions transactions) {
        this.notifications = notifications;
        this.accounts = accounts;
        this.addresses = addresses;
        this.texts = texts;
        this.transactions = transactions;
    }

    /** The mail; none when there is nobody, or nothing, to write to or about any more. */
    Uni<Optional<Mail>> compose(Claim claim) {
        return transactions.read(() -> accounts.find(claim.accountId())
                .map(recipient -> recipient.filter(Recipient::isNotified))
                .chain(recipient -> recipient.isEmpty() ? nothing() : compose(claim, recipient.get())));
    }

    private Uni<Optional<Mail>> compose(Claim claim, Recipient recipient) {
        return notifications
                .facts(claim.notificationId())
                .chain(facts -> facts.isEmpty() ? nothing() : compose(claim, recipient, facts.get()));
    }

    private Uni<Optional<Mail>> compose(Claim claim, Recipient recipient, NotificationFacts facts) {
        return named(facts).map(named -> Optional.of(mail(claim, recipient, named)));
    }

    private Uni<NotificationFacts> named(NotificationFacts facts) {
        String ip = facts.ip();
        return ip == null || facts.hostname() != null
                ? Uni.createFrom().item(facts)
                : addresses.find(ip).map(found -> found.map(address -> facts.withHostname(address.hostname()))
                        .orElse(facts));
    }

    private Mail mail(Claim claim, Recipient recipient, NotificationFacts facts) {
        Reader reader = new Reader(recipient.displayName(), recipient.locale(), recipient.timeZone());
        MailContent mail = texts.mail(facts, reader);
        return new Mail(claim.id(), recipient.email(), mail.subject(), mail.body());
    }

    private static Uni<Optional<Mail>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }
}
