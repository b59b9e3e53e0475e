package dev.gatehouse.iptrust.mailproof;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.language.Languages;
import dev.gatehouse.chassis.mail.language.Texts;
import dev.gatehouse.chassis.mail.message.MailText;
import dev.gatehouse.chassis.mail.queue.MailKind;
import dev.gatehouse.chassis.mail.queue.QueuedMail;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import dev.gatehouse.iptrust.account.Account;
import dev.gatehouse.iptrust.account.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
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
        Texts texts = Texts.of("messages/mailproof", Languages.of(account.locale()));
        MailText text = MailText.of(texts.locale(), texts.text("heading"), texts.text("lead", helpdesk))
                .exactFact(texts.text("code"), codes.of(proofId))
                .closing(texts.text("lifetime"))
                .closing(texts.text("not-you"));
        return new Content.Ready(account.email(), texts.text("subject", helpdesk), text);
    }
}
