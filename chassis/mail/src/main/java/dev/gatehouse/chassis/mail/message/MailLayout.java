package dev.gatehouse.chassis.mail.message;

import dev.gatehouse.chassis.mail.language.Texts;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Sets what a mail says in the one layout, twice: as HTML and as plain text. */
@ApplicationScoped
class MailLayout {
    private final Template html;
    private final Template text;
    private final String helpdesk;
    private final String origin;

    MailLayout(
            @Location("mail/layout.html") Template html,
            @Location("mail/layout.txt") Template text,
            SuiteConfig suite) {
        this.html = html;
        this.text = text;
        this.helpdesk = suite.helpdeskName();
        this.origin = suite.origin().toString();
    }

    Uni<Rendered> render(Mail mail) {
        return fill(html, mail).chain(page -> fill(text, mail).map(plain -> new Rendered(page, plain)));
    }

    private Uni<String> fill(Template template, Mail mail) {
        Locale language = mail.body().locale();
        return template.data("mail", mail.body())
                .data("frame", frame(language))
                .setLocale(language)
                .createUni();
    }

    private MailFrame frame(Locale language) {
        Texts texts = Texts.of("messages/mail", language);
        return new MailFrame(
                texts.locale().toLanguageTag(), texts.text("why", helpdesk, origin), texts.text("automatic"));
    }

    /** One mail in both forms. */
    record Rendered(String html, String text) {}
}
