package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.language.Languages;
import dev.gatehouse.chassis.mail.message.MailText;
import dev.gatehouse.chassis.mail.queue.MailKind;
import dev.gatehouse.chassis.mail.queue.QueuedMail;
import dev.gatehouse.chassis.mail.useragent.UserAgent;
import dev.gatehouse.chassis.mail.useragent.UserAgents;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.event.AddressVerificationMailed;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.iptrust.hostname.Hostnames;
import dev.gatehouse.iptrust.verification.Verifications.OpenVerification;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mail that asks the owner of an account to confirm a login; its link is made when it is sent. */
@ApplicationScoped
class VerificationMail implements MailKind {
    static final String KIND = "verification";

    private final PanacheVerifications rows;
    private final VerificationTokens tokens;
    private final VerificationContext context;
    private final Hostnames hostnames;
    private final Transactions transactions;
    private final Events events;
    private final InstantSource clock;
    private final URI origin;
    private final String helpdesk;

    VerificationMail(
            PanacheVerifications rows,
            VerificationTokens tokens,
            VerificationContext context,
            Hostnames hostnames,
            Transactions transactions,
            Events events,
            InstantSource clock,
            SuiteConfig suite) {
        this.rows = rows;
        this.tokens = tokens;
        this.context = context;
        this.hostnames = hostnames;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.origin = suite.origin();
        this.helpdesk = suite.helpdeskName();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Uni<Content> compose(QueuedMail mail) {
        return transactions
                .read(() -> rows.findById(mail.subjectId()).chain(this::request))
                .chain(this::compose);
    }

    @Override
    public Uni<Void> sent(QueuedMail mail) {
        return rows.lock(mail.subjectId()).chain(this::sent);
    }

    @Override
    public Uni<Void> abandoned(QueuedMail mail, Abandonment why) {
        return rows.findById(mail.subjectId())
                .chain(row -> row == null
                        ? Uni.createFrom().voidItem()
                        : events.publish(mailed(row).failed(why.tooLate() ? "too_late" : "refused")));
    }

    private Uni<Void> sent(@Nullable VerificationRow row) {
        if (row == null) {
            return Uni.createFrom().voidItem();
        }
        row.mailed(clock.instant());
        return events.publish(mailed(row));
    }

    private SecurityEvent<AddressVerificationMailed> mailed(VerificationRow row) {
        return events.event(new AddressVerificationMailed(row.reference), Origin.SYSTEM)
                .about(row.accountId);
    }

    private Uni<Request> request(@Nullable VerificationRow row) {
        return row == null || !row.openAt(clock.instant())
                ? Uni.createFrom().item(new Request.Closed())
                : context.of(row).map(found -> found.<Request>map(
                                known -> new Request.Open(known.open(row, Origin.SYSTEM), tokens.tokenOf(row.id)))
                        .orElseGet(Request.AccountUnknown::new));
    }

    private Uni<Content> compose(Request request) {
        return switch (request) {
            case Request.Open open ->
                hostnames.confirmedOrLookUp(open.verification().address()).chain(hostname -> UserAgents.describe(
                                open.verification().userAgent())
                        .map(client -> content(open, client, hostname)));
            case Request.AccountUnknown unknown -> Uni.createFrom().item(new Content.NotYet("account_unknown"));
            case Request.Closed closed -> Uni.createFrom().item(new Content.NotNeeded("closed"));
        };
    }

    private Content content(Request.Open request, UserAgent client, Optional<String> hostname) {
        OpenVerification verification = request.verification();
        Locale language = Languages.of(verification.account().locale());
        VerificationMessages messages = Languages.messages(VerificationMessages.class, language);
        MailText asked = new MailText(
                        language,
                        messages.mailHeading(),
                        messages.mailLead(helpdesk),
                        LoginFacts.of(verification, client, hostname, messages, language),
                        List.of(),
                        List.of())
                .button(messages.mailButton(), link(request))
                .closing(howTo(verification, messages));
        MailText explained = verification.passwordChange() ? asked.closing(messages.passwordChange()) : asked;
        MailText text = explained.closing(messages.mailNotYou());
        return new Content.Ready(verification.account().email(), messages.mailSubject(helpdesk), text);
    }

    private static String howTo(OpenVerification verification, VerificationMessages messages) {
        return switch (verification.confirmation()) {
            case NUMBER -> messages.mailHowNumber();
            case SAME_ADDRESS -> messages.mailHowSameAddress();
        };
    }

    private URI link(Request.Open request) {
        return origin.resolve("/verify-ip/" + request.token().reveal());
    }

    /** What there is to mail. */
    private sealed interface Request {
        /** An open verification, and the secret of its link. */
        record Open(OpenVerification verification, Secret token) implements Request {}

        /** The state of the account has not arrived yet. */
        record AccountUnknown() implements Request {}

        /** The verification is closed. */
        record Closed() implements Request {}
    }
}
