package dev.gatehouse.chassis.mail.message;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Renders the content of a mail in the one layout, twice: as HTML and as plain text. */
@ApplicationScoped
class MailLayout {
    private final String helpdesk;
    private final String origin;

    MailLayout(
            @ConfigProperty(name = "gatehouse.helpdesk-name", defaultValue = "Helpdesk") String helpdesk,
            @ConfigProperty(name = "gatehouse.origin", defaultValue = "http://localhost:8080") String origin) {
        this.helpdesk = helpdesk;
        this.origin = origin;
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
