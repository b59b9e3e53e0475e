package dev.gatehouse.auth.identity.invitation;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.identity.passwordform.LinkSecrets;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.language.Languages;
import dev.gatehouse.chassis.mail.language.LocalTime;
import dev.gatehouse.chassis.mail.message.MailText;
import dev.gatehouse.chassis.mail.queue.MailKind;
import dev.gatehouse.chassis.mail.queue.QueuedMail;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.contracts.event.InvitationMailed;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mail of an invitation, in the language of its account; the link is made when it is sent and stored nowhere. */
@ApplicationScoped
class InvitationMail implements MailKind {
    static final String KIND = "invitation";

    private final PanacheInvitations store;
    private final Accounts accounts;
    private final LinkSecrets secrets;
    private final Transactions transactions;
    private final Events events;
    private final InstantSource clock;
    private final String origin;
    private final String helpdesk;

    InvitationMail(
            PanacheInvitations store,
            Accounts accounts,
            DerivedKeys keys,
            Transactions transactions,
            Events events,
            InstantSource clock,
            SuiteConfig suite) {
        this.store = store;
        this.accounts = accounts;
        this.secrets = new LinkSecrets(keys, KIND);
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.origin = suite.origin().toString();
        this.helpdesk = suite.helpdeskName();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Uni<Content> compose(QueuedMail mail) {
        return transactions.read(() -> store.findById(mail.subjectId()).chain(this::compose));
    }

    @Override
    public Uni<Void> sent(QueuedMail mail) {
        return ended(mail, Account.InvitationState.SENT, mailed(mail));
    }

    @Override
    public Uni<Void> abandoned(QueuedMail mail, Abandonment why) {
        return ended(mail, Account.InvitationState.FAILED, mailed(mail).failed(why.tooLate() ? "too_late" : "refused"));
    }

    private Uni<Void> ended(QueuedMail mail, Account.InvitationState state, SecurityEvent<InvitationMailed> event) {
        return accounts.noteInvitationMail(accountId(mail), state).chain(() -> events.publish(event));
    }

    private SecurityEvent<InvitationMailed> mailed(QueuedMail mail) {
        return events.event(new InvitationMailed(mail.subjectId()), Origin.SYSTEM)
                .about(accountId(mail));
    }

    private static UUID accountId(QueuedMail mail) {
        return Objects.requireNonNull(mail.accountId(), "An invitation has an account");
    }

    private Uni<Content> compose(@Nullable InvitationRow row) {
        if (row == null || !row.openAt(clock.instant())) {
            return Uni.createFrom().item(new Content.NotNeeded("closed"));
        }
        return accounts.byId(row.accountId)
                .map(found -> found.filter(account -> account.status() == AccountStatus.INVITED)
                        .<Content>map(account -> content(row, account))
                        .orElseGet(() -> new Content.NotNeeded("account_not_invited")));
    }

    private Content content(InvitationRow row, Account account) {
        Locale language = Languages.of(account.locale());
        InvitationMessages messages = Languages.messages(InvitationMessages.class, language);
        MailText text = MailText.of(language, messages.mailHeading(account.displayName()), messages.mailLead(helpdesk))
                .exactFact(messages.mailAddress(), account.email())
                .fact(messages.mailUntil(), LocalTime.of(row.expiresAt, language, LocalTime.zone(account.timeZone())))
                .button(messages.mailButton(), link(row.id))
                .closing(messages.mailOnce())
                .closing(messages.mailNotYou());
        return new Content.Ready(account.email(), messages.mailSubject(helpdesk), text);
    }

    private URI link(UUID invitationId) {
        return URI.create(
                origin + InvitationPageResource.PATH + secrets.of(invitationId).reveal());
    }
}
