package dev.gatehouse.notification.preference;

import dev.gatehouse.chassis.http.etag.Etags;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
import dev.gatehouse.notification.template.NotificationKind;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The preferences of an agent, and the defaults of administrators. */
final class PreferenceResource {
    private PreferenceResource() {}

    private static <T> Response response(PreferenceOutcome<T> outcome) {
        return switch (outcome) {
            case PreferenceOutcome.Current<T>(T value, long version) ->
                Response.ok(value).header(HttpHeaders.ETAG, Etags.of(version)).build();
            case PreferenceOutcome.Stale<T> stale ->
                Problems.of(ProblemType.PRECONDITION_FAILED, "It was changed since you read it: read it again first.");
            case PreferenceOutcome.Refused<T> refused -> Problems.of(refused.violations());
        };
    }

    private static <T extends @Nullable Object> Map<NotificationKind, T> byKind(Map<String, T> request) {
        Map<NotificationKind, T> byKind = new EnumMap<>(NotificationKind.class);
        request.forEach((name, value) ->
                byKind.put(NotificationKind.named(name).orElseThrow(PreferenceResource::unknownKind), value));
        return byKind;
    }

    private static boolean required(@Nullable Boolean value, String field, Violations violations) {
        violations.require(value != null, field, "required", "must be there");
        return Boolean.TRUE.equals(value);
    }

    private static ProblemException unknownKind() {
        return new ProblemException(
                ProblemType.UNKNOWN_PROPERTY, "The body has a kind of notification that is not known here.");
    }

    /** For agents: their own preferences. */
    @Path("/agent/api/v1/notifications/preferences")
    @RolesAllowed(Roles.AGENT)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = "Notification preferences", description = "What the calling agent is notified of, by which channel")
    static class Agents {
        private static final String EXAMPLE = """
                {"login":{"email":true,"inApp":true},"login_failed":{"email":false,"inApp":true}}""";

        private final Preferences preferences;
        private final CurrentCaller caller;
        private final RequestOrigin origin;

        Agents(Preferences preferences, CurrentCaller caller, RequestOrigin origin) {
            this.preferences = preferences;
            this.caller = caller;
            this.origin = origin;
        }

        @GET
        @Operation(
                summary = "Read your preferences",
                description = "For every kind of notification, where you receive it. A change must name the ETag.")
        @APIResponse(
                responseCode = "200",
                description = "Your preferences",
                content = @Content(examples = @ExampleObject(name = "preferences", value = EXAMPLE)))
        public Uni<Response> get() {
            return preferences.of(caller.get().accountId()).map(PreferenceResource::response);
        }

        @PUT
        @Cancellable(false)
        @Consumes(MediaType.APPLICATION_JSON)
        @Operation(
                summary = "Change your preferences",
                description = "Kinds that are left out stay as they are. Kinds that protect the account itself, or that"
                        + " an administrator made mandatory, cannot be switched off.")
        @APIResponse(
                responseCode = "200",
                description = "Your preferences as they are now",
                content = @Content(examples = @ExampleObject(name = "preferences", value = EXAMPLE)))
        @APIResponse(responseCode = "412", description = "It was changed since you read it")
        @APIResponse(responseCode = "428", description = "The If-Match header is missing")
        public Uni<Response> put(
                @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
                Map<String, @Nullable ChoiceRequest> request) {
            IfMatch expected = IfMatch.read(ifMatch);
            return preferences
                    .change(caller.get().accountId(), choices(request), expected, origin.ofCaller())
                    .map(PreferenceResource::response);
        }

        private static Map<NotificationKind, Choice> choices(Map<String, @Nullable ChoiceRequest> request) {
            Map<NotificationKind, Choice> choices = new EnumMap<>(NotificationKind.class);
            Violations violations = new Violations();
            byKind(request).forEach((kind, sent) -> {
                ChoiceRequest choice = sent == null ? ChoiceRequest.EMPTY : sent;
                boolean email = required(choice.email(), kind + ".email", violations);
                boolean inApp = required(choice.inApp(), kind + ".inApp", violations);
                choices.put(kind, new Choice(email, inApp));
            });
            violations.throwIfAny();
            return choices;
        }

        /** One kind in the body. */
        record ChoiceRequest(
                @Nullable Boolean email, @Nullable Boolean inApp) {
            private static final ChoiceRequest EMPTY = new ChoiceRequest(null, null);
        }
    }

    /** For administrators: the defaults of new agents. */
    @Path("/admin/api/v1/notifications/defaults")
    @RolesAllowed(Roles.ADMIN)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(
            name = "Notification defaults",
            description = "What is notified by which channel unless an agent chooses otherwise")
    static class Admins {
        private static final String EXAMPLE = """
                {"login":{"email":true,"inApp":true,"mandatory":false},
                 "password_changed":{"email":true,"inApp":true,"mandatory":true}}""";

        private final PreferenceDefaults defaults;
        private final RequestOrigin origin;

        Admins(PreferenceDefaults defaults, RequestOrigin origin) {
            this.defaults = defaults;
            this.origin = origin;
        }

        @GET
        @Operation(
                summary = "Read what new agents start with",
                description = "For every kind of notification, where a new agent receives it, and whether agents may"
                        + " switch it off.")
        @APIResponse(
                responseCode = "200",
                description = "The defaults",
                content = @Content(examples = @ExampleObject(name = "defaults", value = EXAMPLE)))
        public Uni<Response> get() {
            return defaults.get().map(PreferenceResource::response);
        }

        @PUT
        @Cancellable(false)
        @Consumes(MediaType.APPLICATION_JSON)
        @Operation(
                summary = "Change what new agents start with",
                description = "Kinds that are left out stay as they are. A mandatory kind goes everywhere to every"
                        + " agent, at once; the rest concerns agents who are created from now on.")
        @APIResponse(
                responseCode = "200",
                description = "The defaults as they are now",
                content = @Content(examples = @ExampleObject(name = "defaults", value = EXAMPLE)))
        @APIResponse(responseCode = "412", description = "It was changed since you read it")
        @APIResponse(responseCode = "428", description = "The If-Match header is missing")
        public Uni<Response> put(
                @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
                Map<String, @Nullable RuleRequest> request) {
            IfMatch expected = IfMatch.read(ifMatch);
            return defaults.change(rules(request), expected, origin.ofCaller()).map(PreferenceResource::response);
        }

        private static Map<NotificationKind, Rule> rules(Map<String, @Nullable RuleRequest> request) {
            Map<NotificationKind, Rule> rules = new EnumMap<>(NotificationKind.class);
            Violations violations = new Violations();
            byKind(request).forEach((kind, sent) -> {
                RuleRequest rule = sent == null ? RuleRequest.EMPTY : sent;
                boolean email = required(rule.email(), kind + ".email", violations);
                boolean inApp = required(rule.inApp(), kind + ".inApp", violations);
                boolean mandatory = required(rule.mandatory(), kind + ".mandatory", violations);
                rules.put(kind, new Rule(email, inApp, mandatory));
            });
            violations.throwIfAny();
            return rules;
        }

        /** One kind in the body. */
        record RuleRequest(
                @Nullable Boolean email,
                @Nullable Boolean inApp,
                @Nullable Boolean mandatory) {
            private static final RuleRequest EMPTY = new RuleRequest(null, null, null);
        }
    }
}
