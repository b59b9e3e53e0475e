package dev.gatehouse.auth.identity.passwordreset;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.identity.passwordreset.PasswordResetPolicy.Facts;
import dev.gatehouse.auth.identity.passwordreset.PasswordResetPolicy.Owner;
import dev.gatehouse.auth.identity.passwordreset.PasswordResetPolicy.Reason;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.address.EmailAddress;
import dev.gatehouse.chassis.mail.queue.MailKind;
import dev.gatehouse.chassis.mail.queue.MailOrder;
import dev.gatehouse.chassis.mail.queue.MailQueue;
import dev.gatehouse.chassis.mail.queue.QueuedMail;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.contracts.event.PasswordResetRequested;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds out in the mail queue whom a request is for, after its client has its answer, and orders the mail with the
 * link. The typed address is forgotten then. The row of the account is locked first, so of several requests at once no
 * more are mailed than the limit says.
 */
@ApplicationScoped
class PasswordResetJudge implements MailKind {
    static final String KIND = "password_reset_request";

    private static final Content JUDGED = new Content.NotNeeded("judged");

    private final PanachePasswordResets store;
    private final Accounts accounts;
    private final PasswordResetConfig config;
    private final MailQueue mails;
    private final Transactions transactions;
    private final Events events;
    private final InstantSource clock;

    PasswordResetJudge(
            PanachePasswordResets store,
            Accounts accounts,
            PasswordResetConfig config,
            MailQueue mails,
            Transactions transactions,
            Events events,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.config = config;
        this.mails = mails;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Uni<Content> compose(QueuedMail mail) {
        UUID id = mail.subjectId();
        return transactions
                .read(() -> store.byKey(id).chain(row -> find(row.map(found -> found.emailKey))))
                .chain(account -> transactions.run(
                        () -> hold(account).chain(held -> store.hold(id).chain(row -> judge(row, held)))))
                .replaceWith(JUDGED);
    }

    private Uni<Optional<Account>> find(Optional<String> emailKey) {
        return emailKey.flatMap(EmailAddress::parse)
                .map(accounts::byEmail)
                .orElse(Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<Account>> hold(Optional<Account> account) {
        return account.map(found -> accounts.hold(found.id()))
                .orElse(Uni.createFrom().item(Optional.empty()));
    }

    /** A row without the typed address was judged before. */
    private Uni<Void> judge(Optional<PasswordResetRow> unjudged, Optional<Account> account) {
        Optional<PasswordResetRow> found = unjudged.filter(row -> row.emailKey != null);
        return found.isEmpty()
                ? Uni.createFrom().voidItem()
                : mailed(account).chain(mailed -> judge(found.get(), account, mailed));
    }

    private Uni<Long> mailed(Optional<Account> account) {
        Instant since = clock.instant().minus(PasswordResetRequests.WINDOW);
        return account.map(one -> store.offered(one.id(), since))
                .orElse(Uni.createFrom().item(0L));
    }

    private Uni<Void> judge(PasswordResetRow row, Optional<Account> account, long mailed) {
        row.emailKey = null;
        Optional<Owner> owner = account.map(one -> new Owner(one.kind(), one.status()));
        return PasswordResetPolicy.refusal(new Facts(row.audience, owner, mailed, config.hourlyPerAccount()))
                .map(reason -> refuse(row, account, reason))
                .orElseGet(() -> offer(row, account.orElseThrow()));
    }

    private Uni<Void> refuse(PasswordResetRow row, Optional<Account> account, Reason why) {
        SecurityEvent<PasswordResetRequested> refused = requested(row).failed(why.code());
        return events.publish(account.map(one -> refused.about(one.id())).orElse(refused));
    }

    private Uni<Void> offer(PasswordResetRow row, Account account) {
        Instant now = clock.instant();
        row.accountId = account.id();
        row.offeredAt = now;
        return store.flush()
                .chain(() -> store.closeOthers(account.id(), row.id, now))
                .chain(() -> mails.schedule(MailOrder.of(PasswordResetMail.KIND, row.id, account.id(), row.expiresAt)))
                .chain(() -> events.publish(requested(row).about(account.id())));
    }

    private SecurityEvent<PasswordResetRequested> requested(PasswordResetRow row) {
        return events.event(new PasswordResetRequested(row.audience), row.origin());
    }
}
