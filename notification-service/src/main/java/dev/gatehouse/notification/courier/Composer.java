package dev.gatehouse.notification.courier;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.message.Mail;
import dev.gatehouse.notification.account.Accounts;
import dev.gatehouse.notification.account.Recipient;
import dev.gatehouse.notification.address.Addresses;
import dev.gatehouse.notification.delivery.Claim;
import dev.gatehouse.notification.notice.Notices;
import dev.gatehouse.notification.template.Letter;
import dev.gatehouse.notification.template.NoticeFacts;
import dev.gatehouse.notification.template.NoticeTexts;
import dev.gatehouse.notification.template.Reader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Writes the mail of a claim, from what is known now. */
@ApplicationScoped
class Composer {
    private final Notices notices;
    private final Accounts accounts;
    private final Addresses addresses;
    private final NoticeTexts texts;
    private final Transactions transactions;

    Composer(Notices notices, Accounts accounts, Addresses addresses, NoticeTexts texts, Transactions transactions) {
        this.notices = notices;
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
        return notices.facts(claim.noticeId())
                .chain(facts -> facts.isEmpty() ? nothing() : compose(claim, recipient, facts.get()));
    }

    private Uni<Optional<Mail>> compose(Claim claim, Recipient recipient, NoticeFacts facts) {
        return named(facts).map(named -> Optional.of(mail(claim, recipient, named)));
    }

    private Uni<NoticeFacts> named(NoticeFacts facts) {
        String ip = facts.ip();
        return ip == null || facts.hostname() != null
                ? Uni.createFrom().item(facts)
                : addresses.find(ip).map(found -> found.map(address -> facts.named(address.hostname()))
                        .orElse(facts));
    }

    private Mail mail(Claim claim, Recipient recipient, NoticeFacts facts) {
        Reader reader = new Reader(recipient.displayName(), recipient.locale(), recipient.timeZone());
        Letter letter = texts.letter(facts, reader);
        return new Mail(claim.id(), recipient.email(), letter.subject(), letter.body());
    }

    private static Uni<Optional<Mail>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }
}
