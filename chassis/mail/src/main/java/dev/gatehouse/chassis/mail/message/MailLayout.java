package dev.gatehouse.chassis.mail.message;

import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Renders the content of a mail in the one layout, twice: as HTML and as plain text. */
@ApplicationScoped
class MailLayout {
    private final String helpdesk;
    private final String origin;

    MailLayout(SuiteConfig suite) {
        this.helpdesk = suite.helpdeskName();
        this.origin = suite.origin().toString();
    }

    Uni<Rendered> render(Mail mail) {
        return fill(mail.body(), Variant.TEXT_HTML)
                .chain(html -> fill(mail.body(), Variant.TEXT_PLAIN).map(text -> new Rendered(html, text)));
    }

    private Uni<String> fill(MailText text, String contentType) {
        return Templates.layout(text, helpdesk, origin)
                .setAttribute(TemplateInstance.SELECTED_VARIANT, Variant.forContentType(contentType))
                .setLocale(text.locale())
                .createUni();
    }

    /** One mail in both forms. */
    record Rendered(String html, String text) {}

    /** The templates in {@code templates/mail}. */
    @CheckedTemplate(basePath = "mail")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance layout(MailText mail, String helpdesk, String origin);
    }
}
