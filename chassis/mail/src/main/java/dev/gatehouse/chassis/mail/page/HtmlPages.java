package dev.gatehouse.chassis.mail.page;

import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/**
 * Renders a page whose template includes {@code page/layout}: {@code {#include page/layout}{#title}…{/title}
 * {#body}…{/body}{/include}}. The layout brings the style sheet, the language and the footer. A page that asks for a
 * password leaves out the promise that it never does: {@code {#promise}{/promise}}.
 */
@ApplicationScoped
public class HtmlPages {
    private final PageStyle style;
    private final String helpdesk;

    HtmlPages(PageStyle style, SuiteConfig suite) {
        this.style = style;
        this.helpdesk = suite.helpdeskName();
    }

    /** The page with this status, in this language. */
    public Uni<Response> answer(TemplateInstance page, Locale language, int status) {
        return page.data("layout", new PageLayout(language.toLanguageTag(), style.css(), helpdesk))
                .setLocale(language)
                .createUni()
                .map(html -> response(status, html, language));
    }

    /** The page. */
    public Uni<Response> answer(HtmlPage page) {
        return answer(page.content(), page.language(), page.status());
    }

    /** The page with status 200. */
    public Uni<Response> answer(TemplateInstance page, Locale language) {
        return answer(page, language, 200);
    }

    private Response response(int status, String html, Locale language) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .header("Content-Security-Policy", style.contentSecurityPolicy())
                .entity(html)
                .build();
    }
}
