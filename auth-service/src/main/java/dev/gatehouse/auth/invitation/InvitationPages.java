package dev.gatehouse.auth.invitation;

import dev.gatehouse.auth.account.Account;
import dev.gatehouse.auth.credential.PasswordRule;
import dev.gatehouse.chassis.language.Texts;
import dev.gatehouse.chassis.page.HtmlPages;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** What the page says in each of its states. */
@Singleton
final class InvitationPages {
    private final HtmlPages pages;
    private final Template form;
    private final Template message;

    @Inject
    InvitationPages(
            HtmlPages pages,
            @Location("invitation/form") Template form,
            @Location("invitation/message") Template message) {
        this.pages = pages;
        this.form = form;
        this.message = message;
    }

    Uni<Response> form(Account account, Locale language) {
        return form(account, language, "", 200);
    }

    Uni<Response> formAgain(Account account, Locale language) {
        return form(account, language, texts(language).text("page.refused", PasswordRule.MIN_LENGTH), 422);
    }

    Uni<Response> done(Locale language) {
        return message("done", language, 200);
    }

    Uni<Response> gone(Locale language) {
        return message("gone", language, 404);
    }

    private Uni<Response> form(Account account, Locale language, String warning, int status) {
        Texts texts = texts(language);
        return pages.answer(
                form.data("heading", texts.text("page.heading"))
                        .data("lead", texts.text("page.lead"))
                        .data("account", texts.text("page.account"))
                        .data("email", account.email())
                        .data("label", texts.text("page.label", PasswordRule.MIN_LENGTH))
                        .data("button", texts.text("page.button"))
                        .data("warning", warning),
                language,
                status);
    }

    private Uni<Response> message(String key, Locale language, int status) {
        Texts texts = texts(language);
        return pages.answer(
                message.data("heading", texts.text("page." + key + ".heading"))
                        .data("lead", texts.text("page." + key + ".lead")),
                language,
                status);
    }

    private static Texts texts(Locale language) {
        return Texts.of(InvitationLetter.BUNDLE, language);
    }
}
