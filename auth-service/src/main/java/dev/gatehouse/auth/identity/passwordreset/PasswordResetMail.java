package dev.gatehouse.auth.identity.passwordreset;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.identity.passwordform.LinkSecrets;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.language.Languages;
import dev.gatehouse.chassis.mail.language.LocalTime;
import dev.gatehouse.chassis.mail.message.MailText;
import dev.gatehouse.chassis.mail.queue.MailKind;
import dev.gatehouse.chassis.mail.queue.QueuedMail;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.contracts.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The mail with the link to a new password, in the language of its account and to its stored address; the link is made
 * when it is sent and stored nowhere.
 */
@ApplicationScoped
class PasswordResetMail implements MailKind {
    static final String KIND = "password_reset";

    private final PanachePasswordResets store;
    private final Accounts accounts;
    private final LinkSecrets secrets;
    private final Transactions transactions;
    private final InstantSource clock;
    private final String origin;
    private final String helpdesk;

    PasswordResetMail(
            PanachePasswordResets store,
            Accounts accounts,
            DerivedKeys keys,
            Transactions transactions,
            InstantSource clock,
            SuiteConfig suite) {
        this.store = store;
        this.accounts = accounts;
        this.secrets = new LinkSecrets(keys, KIND);
        this.transactions = transactions;
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

    private Uni<Content> compose(@Nullable PasswordResetRow row) {
        if (row == null || row.accountId == null || !row.openAt(clock.instant())) {
            return Uni.createFrom().item(new Content.NotNeeded("closed"));
        }
        return accounts.byId(row.accountId)
                .map(found -> found.filter(account -> account.status() == AccountStatus.ACTIVE)
                        .<Content>map(account -> content(row, account))
                        .orElseGet(() -> new Content.NotNeeded("account_not_active")));
    }

    private Content content(PasswordResetRow row, Account account) {
        Locale language = Languages.of(account.locale());
        PasswordResetMessages messages = Languages.messages(PasswordResetMessages.class, language);
        MailText text = MailText.of(language, messages.mailHeading(account.displayName()), messages.mailLead(helpdesk))
                .exactFact(messages.mailAddress(), account.email())
                .exactFact(messages.mailFrom(), row.address)
                .fact(messages.mailUntil(), LocalTime.of(row.expiresAt, language, LocalTime.zone(account.timeZone())))
                .button(messages.mailButton(), link(row.id))
                .closing(messages.mailOnce())
                .closing(messages.mailNotYou());
        return new Content.Ready(account.email(), messages.mailSubject(helpdesk), text);
    }

    private URI link(UUID id) {
        return URI.create(
                origin + PasswordResetPageResource.PATH + secrets.of(id).reveal());
    }
}
