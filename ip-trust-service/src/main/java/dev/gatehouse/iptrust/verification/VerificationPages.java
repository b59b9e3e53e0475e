package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.mail.language.Languages;
import dev.gatehouse.chassis.mail.language.Texts;
import dev.gatehouse.chassis.mail.page.HtmlPage;
import dev.gatehouse.iptrust.verification.VerificationOutcome.Rejection;
import dev.gatehouse.iptrust.verification.Verifications.OpenVerification;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages behind the link: one that asks, and short ones that tell. */
@ApplicationScoped
class VerificationPages {
    private static final String BUNDLE = "messages/verification";

    private final Template ask;
    private final Template told;

    VerificationPages(@Location("verification/ask") Template ask, @Location("verification/result") Template told) {
        this.ask = ask;
        this.told = told;
    }

    HtmlPage ask(OpenVerification verification, Optional<Rejection> complaint, String formToken) {
        Texts texts = Texts.of(BUNDLE, Languages.of(verification.account().locale()));
        AskPage page = AskPage.of(verification, complaint, texts, formToken);
        return new HtmlPage(ask.data("page", page), texts.locale(), complaint.isPresent() ? 422 : 200);
    }

    HtmlPage approved(OpenVerification verification) {
        return told(200, "approved", Languages.of(verification.account().locale()));
    }

    HtmlPage denied(OpenVerification verification) {
        return told(200, "denied", Languages.of(verification.account().locale()));
    }

    /** The same for every link that opens nothing, whatever the reason. */
    HtmlPage neutral(@Nullable String acceptLanguage) {
        return told(404, "neutral", Languages.accepted(acceptLanguage));
    }

    HtmlPage foreignForm(@Nullable String acceptLanguage) {
        return told(403, "foreign-form", Languages.accepted(acceptLanguage));
    }

    private HtmlPage told(int status, String what, Locale language) {
        Texts texts = Texts.of(BUNDLE, language);
        return new HtmlPage(
                told.data("heading", texts.text(what + ".heading"))
                        .data("text", texts.text(what + ".text"))
                        .data("next", texts.text(what + ".next")),
                texts.locale(),
                status);
    }
}
