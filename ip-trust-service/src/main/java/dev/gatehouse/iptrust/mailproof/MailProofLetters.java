package dev.gatehouse.iptrust.mailproof;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.language.Languages;
import dev.gatehouse.chassis.mail.language.Texts;
import dev.gatehouse.chassis.mail.message.MailText;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import dev.gatehouse.iptrust.account.Account;
import dev.gatehouse.iptrust.account.Accounts;
import dev.gatehouse.iptrust.mailing.MailSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class MailProofLetters implements MailSource {
    static final String KIND = "mail-proof";

    private final PanacheMailProofs proofs;
    private final MailProofCodes codes;
    private final Accounts accounts;
    private final Transactions transactions;
    private final InstantSource clock;
    private final String helpdesk;

    MailProofLetters(
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
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Letter> write(UUID proofId) {
        return transactions.read(() -> proofs.withProof(proofId)
                .chain(row -> row == null || !row.open(clock.instant())
                        ? Uni.createFrom().item(new Letter.NoLonger("replaced"))
                        : letter(row)));
    }

    @Override
    public Uni<Void> sent(UUID proofId) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> gaveUp(UUID proofId, String reason) {
        return Uni.createFrom().voidItem();
    }

    private Uni<Letter> letter(MailProofRow row) {
        return accounts.find(row.accountId).map(account -> letter(account, row.proofId));
    }

    private Letter letter(Optional<Account> account, UUID proofId) {
        return account.<Letter>map(known -> letter(known, proofId))
                .orElseGet(() -> new Letter.NotYet("account_unknown"));
    }

    private Letter letter(Account account, UUID proofId) {
        Texts texts = Texts.of("messages/mailproof", Languages.of(account.locale()));
        MailText text = MailText.of(texts.locale(), texts.text("heading"), texts.text("lead", helpdesk))
                .exactFact(texts.text("code"), codes.of(proofId))
                .closing(texts.text("lifetime"))
                .closing(texts.text("not-you"));
        return new Letter.Ready(account.email(), texts.text("subject", helpdesk), text);
    }
}
