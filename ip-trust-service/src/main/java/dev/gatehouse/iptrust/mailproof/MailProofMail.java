package dev.gatehouse.iptrust.mailproof;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.language.Languages;
import dev.gatehouse.chassis.mail.message.MailText;
import dev.gatehouse.chassis.mail.queue.MailKind;
import dev.gatehouse.chassis.mail.queue.QueuedMail;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import dev.gatehouse.iptrust.account.Account;
import dev.gatehouse.iptrust.account.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The mail with a code that proves that mail reaches an administrator; the code is made when it is sent. */
@ApplicationScoped
class MailProofMail implements MailKind {
    static final String KIND = "mail-proof";

    private final PanacheMailProofs proofs;
    private final MailProofCodes codes;
    private final Accounts accounts;
    private final Transactions transactions;
    private final InstantSource clock;
    private final String helpdesk;

    MailProofMail(
            PanacheMailProofs proofs,
            MailProofCodes codes,
            Accounts accounts,
            Transactions transactions,
            InstantSource clock,
            SuiteConfig suite) {
        this.proofs = proofs;
        this.codes = codes;
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
        this.helpdesk = suite.helpdeskName();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Uni<Content> compose(QueuedMail mail) {
        return transactions.read(() -> proofs.withProof(mail.subjectId())
                .chain(row -> row == null || !row.open(clock.instant())
                        ? Uni.createFrom().item(new Content.NotNeeded("replaced"))
                        : content(row)));
    }

    private Uni<Content> content(MailProofRow row) {
        return accounts.find(row.accountId).map(account -> content(account, row.proofId));
    }

    private Content content(Optional<Account> account, UUID proofId) {
        return account.<Content>map(known -> content(known, proofId))
                .orElseGet(() -> new Content.NotYet("account_unknown"));
    }

    private Content content(Account account, UUID proofId) {
        Locale language = Languages.of(account.locale());
        MailProofMessages messages = Languages.messages(MailProofMessages.class, language);
        MailText text = MailText.of(language, messages.heading(), messages.lead(helpdesk))
                .exactFact(messages.code(), codes.of(proofId))
                .closing(messages.lifetime())
                .closing(messages.notYou());
        return new Content.Ready(account.email(), messages.subject(helpdesk), text);
    }
}
