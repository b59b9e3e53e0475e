package dev.gatehouse.auth.identity.invitation;

import dev.gatehouse.auth.credential.password.PasswordRule;
import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.chassis.mail.language.Texts;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** What the page says in each of its states. */
@ApplicationScoped
class InvitationPages {
    private final Template form;
    private final Template message;

    InvitationPages(@Location("invitation/form") Template form, @Location("invitation/message") Template message) {
        this.form = form;
        this.message = message;
    }

    TemplateInstance form(Account account, Locale language) {
        return form(account, texts(language), "");
    }

    TemplateInstance formAgain(Account account, Locale language) {
        Texts texts = texts(language);
        return form(account, texts, texts.text("page.refused", PasswordRule.MIN_LENGTH));
    }

    TemplateInstance done(Locale language) {
        return message("done", texts(language));
    }

    TemplateInstance gone(Locale language) {
        return message("gone", texts(language));
    }

    private TemplateInstance form(Account account, Texts texts, String warning) {
        return form.data("heading", texts.text("page.heading"))
                .data("lead", texts.text("page.lead"))
                .data("account", texts.text("page.account"))
                .data("email", account.email())
                .data("label", texts.text("page.label", PasswordRule.MIN_LENGTH))
                .data("button", texts.text("page.button"))
                .data("warning", warning);
    }

    private TemplateInstance message(String key, Texts texts) {
        return message.data("heading", texts.text("page." + key + ".heading"))
                .data("lead", texts.text("page." + key + ".lead"));
    }

    private static Texts texts(Locale language) {
        return Texts.of(InvitationLetter.BUNDLE, language);
    }
}
