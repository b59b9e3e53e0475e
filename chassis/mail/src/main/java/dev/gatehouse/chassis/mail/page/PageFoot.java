package dev.gatehouse.chassis.mail.page;

import dev.gatehouse.chassis.mail.language.Texts;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Says at the end of every page whose it is. */
@ApplicationScoped
class PageFoot {
    private final String helpdesk;

    PageFoot(SuiteConfig suite) {
        this.helpdesk = suite.helpdeskName();
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
