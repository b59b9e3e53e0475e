package dev.gatehouse.chassis.mail.page;

import dev.gatehouse.chassis.mail.language.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says at the end of every page whose it is. */
@ApplicationScoped
class PageFoot {
    private final String helpdesk;

    PageFoot(@ConfigProperty(name = "gatehouse.helpdesk-name", defaultValue = "Helpdesk") String helpdesk) {
        this.helpdesk = helpdesk;
    }

    PageLayout layout(PageStyle style, Locale language) {
        Texts texts = Texts.of("messages/page", language);
        return new PageLayout(
                texts.locale().toLanguageTag(),
                style.css(),
                helpdesk,
                texts.text("foot", helpdesk),
                texts.text("promise"));
    }
}
