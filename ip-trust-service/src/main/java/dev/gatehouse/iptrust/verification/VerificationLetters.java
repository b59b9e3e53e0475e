package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.mail.language.Languages;
import dev.gatehouse.chassis.mail.language.Texts;
import dev.gatehouse.chassis.mail.message.MailText;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import dev.gatehouse.iptrust.hostname.Hostnames;
import dev.gatehouse.iptrust.mailing.MailSource;
import dev.gatehouse.iptrust.settings.Confirmation;
import dev.gatehouse.iptrust.verification.Verifications.Request;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** The mail that asks "is this you?"; its link is made at the moment of sending. */
@ApplicationScoped
class VerificationLetters implements MailSource {
    private final Verifications verifications;
    private final Hostnames addresses;
    private final URI origin;
    private final String helpdesk;

    VerificationLetters(Verifications verifications, Hostnames addresses, SuiteConfig suite) {
        this.verifications = verifications;
        this.addresses = addresses;
        this.origin = suite.origin();
        this.helpdesk = suite.helpdeskName();
    }

    @Override
    public String kind() {
        return Verifications.MAIL_KIND;
    }

    @Override
    public Uni<Letter> write(UUID verificationId) {
        return verifications.request(verificationId).chain(request -> request.map(this::named)
                .orElseGet(() -> unwritten(verificationId)));
    }

    @Override
    public Uni<Void> sent(UUID verificationId) {
        return verifications.mailed(verificationId);
    }

    @Override
    public Uni<Void> gaveUp(UUID verificationId, String reason) {
        return verifications.notMailed(verificationId, reason);
    }

    private Uni<Letter> named(Request request) {
        return addresses.confirmedNameSoon(request.view().address()).map(hostname -> letter(request, hostname));
    }

    /* Still open, but without an account: its state has not arrived yet. */
    private Uni<Letter> unwritten(UUID verificationId) {
        return verifications
                .open(verificationId)
                .map(open -> open ? new Letter.NotYet("account_unknown") : new Letter.NoLonger("closed"));
    }

    private Letter letter(Request request, Optional<String> hostname) {
        Texts texts = Texts.of(
                "messages/verification", Languages.of(request.view().account().locale()));
        return new Letter.Ready(
                request.view().account().email(), texts.text("mail.subject", helpdesk), text(request, hostname, texts));
    }

    private MailText text(Request request, Optional<String> hostname, Texts texts) {
        MailText text = MailText.of(texts.locale(), texts.text("mail.heading"), texts.text("mail.lead", helpdesk));
        for (MailText.Fact fact : LoginFacts.of(request.view(), hostname, texts)) {
            text = switch (fact.face()) {
                case TEXT -> text.fact(fact.label(), fact.value());
                case EXACT -> text.exactFact(fact.label(), fact.value());
            };
        }
        return text.button(texts.text("mail.button"), link(request))
                .closing(texts.text(howTo(request)))
                .closing(texts.text("mail.not-you"));
    }

    private static String howTo(Request request) {
        return request.view().confirmation() == Confirmation.NUMBER ? "mail.how.number" : "mail.how.same-address";
    }

    private URI link(Request request) {
        return origin.resolve("/verify-ip/" + request.token().reveal());
    }
}
