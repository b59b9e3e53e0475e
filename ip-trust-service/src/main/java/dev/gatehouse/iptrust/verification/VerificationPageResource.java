package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.mail.language.Languages;
import dev.gatehouse.chassis.mail.message.MailText.Fact;
import dev.gatehouse.chassis.mail.page.HtmlPages;
import dev.gatehouse.chassis.mail.useragent.UserAgent;
import dev.gatehouse.chassis.mail.useragent.UserAgents;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.contracts.problem.ProblemType;
import dev.gatehouse.iptrust.settings.Confirmation;
import dev.gatehouse.iptrust.verification.VerificationOutcome.Rejection;
import dev.gatehouse.iptrust.verification.Verifications.AnswerCommand;
import dev.gatehouse.iptrust.verification.Verifications.OpenVerification;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

@Path("/verify-ip/{token}")
@PermitAll
@Tag(name = "Verification page", description = "The page behind the mailed link of a login from a new address")
class VerificationPageResource {
    private final Verifications verifications;
    private final HtmlPages html;
    private final FormGuard guard;
    private final RequestOrigin origin;

    VerificationPageResource(Verifications verifications, HtmlPages html, FormGuard guard, RequestOrigin origin) {
        this.verifications = verifications;
        this.html = html;
        this.guard = guard;
        this.origin = origin;
    }

    @GET
    @Operation(
            summary = "Open the link of a verification mail",
            description = "Shows the login and asks for the number. Changes nothing.")
    @APIResponse(responseCode = "200", description = "The page", content = @Content(mediaType = MediaType.TEXT_HTML))
    @APIResponse(
            responseCode = "404",
            description = "One neutral page for everything that is not open",
            content = @Content(mediaType = MediaType.TEXT_HTML))
    public Uni<Response> open(@PathParam("token") String token, @Context HttpHeaders headers) {
        return verifications.find(token, origin.ofStranger()).chain(found -> found.map(
                        open -> ask(token, open, Optional.empty(), headers))
                .orElseGet(() -> closed(headers)));
    }

    @POST
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Answer a verification",
            description =
                    "decision=trust with matchNumber, or decision=deny; with the formToken of the page and its cookie."
                            + " Three wrong numbers close it. A denial is asked for once more, by a second page with a"
                            + " formToken of its own and a box to tick, which ends the sign-in and all sessions"
                            + " of the account, demands a new password, and tells the agent and the administrators.")
    @APIResponse(
            responseCode = "200",
            description = "The verification is approved or denied, or the page that asks once more",
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
        Form form = new Form(decision, matchNumber, formToken);
        FormGuard.Submission sent = submission(form, headers);
        if (guard.genuine(FormGuard.Form.DENIAL, token, sent)) {
            return form.denies() ? decide(token, form, headers) : askOnceMore(token, 422, headers);
        }
        if (!guard.genuine(FormGuard.Form.QUESTION, token, sent)) {
            return refuse(headers);
        }
        return form.denies() ? askOnceMore(token, 200, headers) : decide(token, form, headers);
    }

    /**
     * Asks once more before a login is denied. Changes nothing: a mail scanner that presses the buttons of the mailed
     * page comes this far, and only a person ticks the box.
     */
    private Uni<Response> askOnceMore(String token, int status, HttpHeaders headers) {
        return verifications.find(token, origin.ofStranger()).chain(found -> found.map(
                        open -> denial(token, open, status, headers))
                .orElseGet(() -> closed(headers)));
    }

    private Uni<Response> denial(String token, OpenVerification verification, int status, HttpHeaders headers) {
        return UserAgents.describe(verification.userAgent())
                .chain(client -> denialOf(client, token, verification, status, headers));
    }

    private Uni<Response> denialOf(
            UserAgent client, String token, OpenVerification verification, int status, HttpHeaders headers) {
        String cookie = guard.cookie(cookie(headers));
        Locale language = language(verification);
        VerificationMessages messages = Languages.messages(VerificationMessages.class, language);
        TemplateInstance page = Templates.denial(
                LoginFacts.of(verification, client, verification.hostname(), messages, language),
                status == 422,
                guard.formToken(FormGuard.Form.DENIAL, token, cookie));
        return withCookie(html.answer(page, language, status), cookie);
    }

    private Uni<Response> withCookie(Uni<Response> page, String cookie) {
        return page.map(response -> Response.fromResponse(response)
                .header(HttpHeaders.SET_COOKIE, guard.setCookie(cookie))
                .build());
    }

    private Uni<Response> decide(String token, Form form, HttpHeaders headers) {
        return verifications
                .answer(token, form.toCommand(), origin.ofStranger())
                .chain(outcome -> page(token, outcome, headers));
    }

    private Uni<Response> page(String token, VerificationOutcome outcome, HttpHeaders headers) {
        return switch (outcome) {
            case VerificationOutcome.Approved(OpenVerification approved) ->
                html.answer(Templates.approved(), language(approved));
            case VerificationOutcome.Denied(OpenVerification denied) ->
                html.answer(Templates.denied(), language(denied));
            case VerificationOutcome.StillOpen(OpenVerification open, Rejection reason) ->
                ask(token, open, Optional.of(reason), headers);
            case VerificationOutcome.Closed closed -> closed(headers);
        };
    }

    private Uni<Response> ask(
            String token, OpenVerification verification, Optional<Rejection> rejection, HttpHeaders headers) {
        return UserAgents.describe(verification.userAgent())
                .chain(client -> questionTo(client, token, verification, rejection, headers));
    }

    private Uni<Response> questionTo(
            UserAgent client,
            String token,
            OpenVerification verification,
            Optional<Rejection> rejection,
            HttpHeaders headers) {
        String cookie = guard.cookie(cookie(headers));
        Locale language = language(verification);
        VerificationMessages messages = Languages.messages(VerificationMessages.class, language);
        TemplateInstance page = Templates.ask(
                LoginFacts.of(verification, client, verification.hostname(), messages, language),
                verification.sameAddress(),
                verification.confirmation() == Confirmation.NUMBER,
                rejection.map(reason -> text(reason, messages)).orElse(null),
                guard.formToken(FormGuard.Form.QUESTION, token, cookie));
        return withCookie(html.answer(page, language, rejection.isPresent() ? 422 : 200), cookie);
    }

    private static String text(Rejection reason, VerificationMessages messages) {
        return switch (reason) {
            case WRONG_NUMBER -> messages.rejectedWrongNumber();
            case NUMBER_MISSING -> messages.rejectedNumberMissing();
            case OTHER_ADDRESS -> messages.rejectedOtherAddress();
        };
    }

    /** The same page for every link that opens nothing, whatever the reason. */
    private Uni<Response> closed(HttpHeaders headers) {
        return html.answer(Templates.closed(), language(headers), 404);
    }

    /* Browsers get a page, other clients get a problem. */
    private Uni<Response> refuse(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals)
                ? html.answer(Templates.foreignForm(), language(headers), 403)
                : Uni.createFrom()
                        .item(Problems.of(ProblemType.CSRF_REFUSED, "Open the link of the mail and use its form."));
    }

    private FormGuard.Submission submission(Form form, HttpHeaders headers) {
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

    private static Locale language(HttpHeaders headers) {
        return Languages.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static Locale language(OpenVerification verification) {
        return Languages.of(verification.account().locale());
    }

    /** The fields of the posted form. */
    private record Form(
            @Nullable String decision,
            @Nullable String matchNumber,
            @Nullable String formToken) {
        private static final int MAX_NUMBER_LENGTH = 16;

        boolean denies() {
            return "deny".equals(decision);
        }

        /** Answers 400 for a decision that no button of the page sends. */
        AnswerCommand toCommand() {
            return switch (decision == null ? "" : decision) {
                case "trust" -> new AnswerCommand.Trust(number());
                case "deny" -> new AnswerCommand.Deny();
                default ->
                    throw new ProblemException(
                            ProblemType.MALFORMED_REQUEST, "The field decision must be trust or deny.");
            };
        }

        /** Without the number and the token. */
        @Override
        public String toString() {
            return "Form[decision=" + decision + "]";
        }

        private String number() {
            return matchNumber == null || matchNumber.length() > MAX_NUMBER_LENGTH ? "" : matchNumber.strip();
        }
    }

    /** The pages in {@code templates/verification}. */
    @CheckedTemplate(basePath = "verification")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance ask(
                List<Fact> facts, boolean sameAddress, boolean byNumber, @Nullable String rejection, String formToken);

        static native TemplateInstance denial(List<Fact> facts, boolean unconfirmed, String formToken);

        static native TemplateInstance approved();

        static native TemplateInstance denied();

        static native TemplateInstance closed();

        static native TemplateInstance foreignForm();
    }
}
