package dev.gatehouse.iptrust.confirmation;

import dev.gatehouse.chassis.language.Languages;
import dev.gatehouse.chassis.language.Texts;
import dev.gatehouse.chassis.page.HtmlPages;
import dev.gatehouse.iptrust.verification.AnswerOutcome.Complaint;
import dev.gatehouse.iptrust.verification.Verifications.View;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages behind the link: one that asks, and short ones that tell. */
@ApplicationScoped
class VerificationPages {
    private static final String BUNDLE = "messages/verification";

    private final Template ask;
    private final Template told;
    private final HtmlPages pages;

    VerificationPages(
            @Location("verifyip/ask") Template ask, @Location("verifyip/told") Template told, HtmlPages pages) {
        this.ask = ask;
        this.told = told;
        this.pages = pages;
    }

    Uni<Response> ask(View view, Optional<Complaint> complaint, String formToken) {
        Texts texts = Texts.of(BUNDLE, Languages.of(view.account().locale()));
        AskPage page = AskPage.of(view, complaint, texts, formToken);
        return pages.answer(ask.data("page", page), texts.locale(), complaint.isPresent() ? 422 : 200);
    }

    Uni<Response> approved(View view) {
        return told(200, "approved", Languages.of(view.account().locale()));
    }

    Uni<Response> denied(View view) {
        return told(200, "denied", Languages.of(view.account().locale()));
    }

    /** The same for every link that opens nothing, whatever the reason. */
    Uni<Response> neutral(@Nullable String acceptLanguage) {
        return told(404, "neutral", Languages.accepted(acceptLanguage));
    }

    Uni<Response> foreignForm(@Nullable String acceptLanguage) {
        return told(403, "foreign-form", Languages.accepted(acceptLanguage));
    }

    private Uni<Response> told(int status, String what, Locale language) {
        Texts texts = Texts.of(BUNDLE, language);
        return pages.answer(
                told.data("heading", texts.text(what + ".heading"))
                        .data("text", texts.text(what + ".text"))
                        .data("next", texts.text(what + ".next")),
                texts.locale(),
                status);
    }
}
