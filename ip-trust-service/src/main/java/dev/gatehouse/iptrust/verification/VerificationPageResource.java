package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.mail.page.HtmlPages;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.contracts.problem.ProblemType;
import dev.gatehouse.iptrust.verification.AnswerOutcome.Complaint;
import dev.gatehouse.iptrust.verification.Verifications.View;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/verify-ip/{token}")
@PermitAll
@Tag(name = "Verification page")
class VerificationPageResource {
    private final Verifications verifications;
    private final VerificationPages pages;
    private final HtmlPages html;
    private final FormGuard guard;
    private final RequestOrigin origin;

    VerificationPageResource(
            Verifications verifications,
            VerificationPages pages,
            HtmlPages html,
            FormGuard guard,
            RequestOrigin origin) {
        this.verifications = verifications;
        this.pages = pages;
        this.html = html;
        this.guard = guard;
        this.origin = origin;
    }

    @GET
    @Operation(
            summary = "Open the link of a verification mail",
            description = "Shows the waiting sign-in and asks for the number. Changes nothing.")
    @APIResponse(responseCode = "200", description = "The page", content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "404",
            description = "One neutral page for everything that is not open",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Uni<Response> open(@PathParam("token") String token, @Context HttpHeaders headers) {
        return verifications.look(token, origin.ofStranger()).chain(view -> view.map(
                        seen -> ask(token, seen, Optional.empty(), headers))
                .orElseGet(() -> neutral(headers)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Answer a verification",
            description =
                    "decision=trust with matchNumber, or decision=deny; with the formToken of the page and its cookie."
                            + " Three wrong numbers close it.")
    @APIResponse(
            responseCode = "200",
            description = "It is decided",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "403",
            description = "The form did not come from our page",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "404",
            description = "One neutral page for everything that is not open",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "422",
            description = "The page again, with what was wrong",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Uni<Response> answer(
            @PathParam("token") String token,
            @FormParam("decision") @Nullable String decision,
            @FormParam("matchNumber") @Nullable String matchNumber,
            @FormParam("formToken") @Nullable String formToken,
            @Context HttpHeaders headers) {
        AnswerForm form = new AnswerForm(decision, matchNumber, formToken);
        return guard.genuine(token, submission(form, headers)) ? decide(token, form, headers) : refuse(headers);
    }

    private Uni<Response> decide(String token, AnswerForm form, HttpHeaders headers) {
        return verifications
                .answer(token, form.answer(), origin.ofStranger())
                .chain(outcome -> page(token, outcome, headers));
    }

    private Uni<Response> page(String token, AnswerOutcome outcome, HttpHeaders headers) {
        return switch (outcome) {
            case AnswerOutcome.Approved approved -> html.answer(pages.approved(approved.view()));
            case AnswerOutcome.Denied denied -> html.answer(pages.denied(denied.view()));
            case AnswerOutcome.StillOpen open -> ask(token, open.view(), Optional.of(open.complaint()), headers);
            case AnswerOutcome.Closed closed -> neutral(headers);
        };
    }

    private Uni<Response> ask(String token, View view, Optional<Complaint> complaint, HttpHeaders headers) {
        String cookie = guard.cookie(cookie(headers));
        return html.answer(pages.ask(view, complaint, guard.formToken(token, cookie)))
                .map(response -> Response.fromResponse(response)
                        .header(HttpHeaders.SET_COOKIE, guard.setCookie(cookie))
                        .build());
    }

    private Uni<Response> neutral(HttpHeaders headers) {
        return html.answer(pages.neutral(language(headers)));
    }

    /* A person sees a page, a program a problem. */
    private Uni<Response> refuse(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals)
                ? html.answer(pages.foreignForm(language(headers)))
                : Uni.createFrom()
                        .item(Problems.of(ProblemType.CSRF_REFUSED, "Open the link of the mail and use its form."));
    }

    private FormGuard.Submission submission(AnswerForm form, HttpHeaders headers) {
        return new FormGuard.Submission(
                headers.getHeaderString("Sec-Fetch-Site"),
                headers.getHeaderString("Origin"),
                cookie(headers),
                form.formToken());
    }

    private @Nullable String cookie(HttpHeaders headers) {
        Cookie cookie = headers.getCookies().get(guard.cookieName());
        return cookie == null ? null : cookie.getValue();
    }

    private static @Nullable String language(HttpHeaders headers) {
        return headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
    }
}
