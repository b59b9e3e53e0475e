package dev.gatehouse.auth.identity.passwordreset;

import dev.gatehouse.auth.identity.passwordform.PasswordForm;
import dev.gatehouse.auth.identity.passwordreset.PasswordReset.OpenReset;
import dev.gatehouse.chassis.mail.language.Languages;
import dev.gatehouse.chassis.mail.page.HtmlPages;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.secret.Secret;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * The page that the mailed link opens. Only the link itself authorises the form, and nobody else knows it, so a form on
 * another site cannot be one of ours.
 */
@Path(PasswordResetPageResource.PATH)
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Tag(name = "Password resets")
class PasswordResetPageResource {
    static final String PATH = "/reset-password/";

    private final PasswordReset resets;
    private final PasswordForm form;
    private final HtmlPages html;
    private final RequestOrigin origin;

    PasswordResetPageResource(PasswordReset resets, PasswordForm form, HtmlPages html, RequestOrigin origin) {
        this.resets = resets;
        this.form = form;
        this.html = html;
        this.origin = origin;
    }

    /** The form; changes nothing. */
    @GET
    @Path("{token}")
    @Operation(summary = "The page behind the mailed link", description = "Changes nothing: mail scanners open links.")
    @APIResponse(responseCode = "200", description = "A form that asks for a password")
    @APIResponse(responseCode = "404", description = "One page for every link that leads nowhere")
    public Uni<Response> show(
            @PathParam("token") String token, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        Locale language = Languages.accepted(languages);
        return resets.find(Secret.of(token)).chain(found -> found.map(open ->
                        form.ask(open.account(), words(language), language).chain(page -> html.answer(page)))
                .orElseGet(() -> gone(language)));
    }

    /** The new password. */
    @POST
    @Cancellable(false)
    @Path("{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Send the page's form", description = "Works without JavaScript.")
    @APIResponse(responseCode = "200", description = "The password is changed")
    @APIResponse(responseCode = "404", description = "One page for every link that leads nowhere")
    @APIResponse(responseCode = "422", description = "The form again, with what is wrong with the password")
    public Uni<Response> reset(
            @PathParam("token") String token,
            @FormParam("password") @Nullable String password,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        Secret typed = Secret.of(password == null ? "" : password);
        Locale language = Languages.accepted(languages);
        Origin now = origin.ofStranger();
        return resets.find(Secret.of(token)).chain(found -> reset(found, typed, now, language));
    }

    private Uni<Response> reset(Optional<OpenReset> found, Secret typed, Origin now, Locale language) {
        if (found.isEmpty()) {
            return gone(language);
        }
        return resets.reset(found.get(), typed, now)
                .chain(done -> done ? html.answer(Templates.done(), language) : gone(language))
                .onFailure()
                .recoverWithUni(failure -> form.askAgain(failure, found.get().account(), words(language), language)
                        .chain(page -> html.answer(page)));
    }

    private Uni<Response> gone(Locale language) {
        return html.answer(Templates.gone(), language, 404);
    }

    private static PasswordForm.Words words(Locale language) {
        PasswordResetMessages messages = Languages.messages(PasswordResetMessages.class, language);
        return new PasswordForm.Words(messages.pageHeading(), messages.pageLead());
    }

    /** The pages in {@code templates/passwordreset}. */
    @CheckedTemplate(basePath = "passwordreset")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance done();

        static native TemplateInstance gone();
    }
}
