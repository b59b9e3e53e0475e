package dev.gatehouse.chassis.mail.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Variant;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** A page as any service has one. */
@Path("api/v1/probe/page")
class PageProbeResource {
    private final HtmlPages pages;
    private final Engine templates;

    PageProbeResource(HtmlPages pages, Engine templates) {
        this.pages = pages;
        this.templates = templates;
    }

    @GET
    @PermitAll
    public Uni<Response> page() {
        String page = "{#include page/layout}{#title}Is this you?{/title}{#body}<h1>{name}</h1>{/body}{/include}";
        return pages.answer(
                templates.parse(page, Variant.forContentType("text/html")).data("name", "<script>alert(1)</script>"),
                Locale.GERMAN);
    }
}
