package dev.gatehouse.auth.identity.passwordpolicy;

import dev.gatehouse.auth.credential.policy.DryRun;
import dev.gatehouse.auth.credential.policy.PasswordLimits;
import dev.gatehouse.auth.credential.policy.PasswordPolicies;
import dev.gatehouse.auth.credential.policy.PasswordPolicies.Stored;
import dev.gatehouse.auth.credential.policy.PasswordPolicy;
import dev.gatehouse.chassis.http.etag.Etags;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Password policies: public for forms, settings for administrators. */
final class PasswordPolicyResource {
    private PasswordPolicyResource() {}

    /** What the passwords of one kind of account must be like, for anybody. */
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = "Password policy", description = "What passwords must be like")
    abstract static class Public {
        private final PasswordPolicies policies;
        private final AccountKind kind;

        Public(PasswordPolicies policies, AccountKind kind) {
            this.policies = policies;
            this.kind = kind;
        }

        @GET
        @PermitAll
        @Operation(
                summary = "Read what a new password must be like",
                description = "For forms: the same rules are checked when the password is sent.")
        @APIResponse(
                responseCode = "200",
                description = "The policy",
                content = @Content(schema = @Schema(implementation = PasswordPolicyResponse.class)))
        public Uni<PasswordPolicyResponse> show() {
            return policies.of(kind).map(PasswordPolicyResponse::of);
        }
    }

    /** For end users. */
    @Path("/api/v1/password-policy")
    static class Users extends Public {
        Users(PasswordPolicies policies) {
            super(policies, AccountKind.USER);
        }
    }

    /** For agents. */
    @Path("/agent/api/v1/password-policy")
    static class Agents extends Public {
        Agents(PasswordPolicies policies) {
            super(policies, AccountKind.AGENT);
        }
    }

    /** The settings of one kind of account. */
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = "Password policy", description = "What passwords must be like")
    abstract static class Settings {
        private final PasswordPolicies policies;
        private final PasswordPolicyChange change;
        private final DryRun dryRun;
        private final RequestOrigin origin;
        private final AccountKind kind;

        Settings(
                PasswordPolicies policies,
                PasswordPolicyChange change,
                DryRun dryRun,
                RequestOrigin origin,
                AccountKind kind) {
            this.policies = policies;
            this.change = change;
            this.dryRun = dryRun;
            this.origin = origin;
            this.kind = kind;
        }

        @GET
        @RolesAllowed(Roles.ADMIN)
        @SecurityRequirement(name = "accessToken")
        @Operation(summary = "Read a password policy", description = "The ETag is needed to change it.")
        @APIResponse(
                responseCode = "200",
                description = "The policy",
                headers = @Header(name = "ETag", description = "Its version, for If-Match"),
                content = @Content(schema = @Schema(implementation = PasswordPolicyResponse.class)))
        public Uni<Response> read() {
            return policies.stored(kind).map(Settings::response);
        }

        @PUT
        @RolesAllowed(Roles.ADMIN)
        @SecurityRequirement(name = "accessToken")
        @Cancellable(false)
        @Consumes(MediaType.APPLICATION_JSON)
        @Operation(
                summary = "Change a password policy",
                description =
                        "Needs If-Match. In effect within a second. Passwords that fall short lead to a password_change"
                                + " challenge when their owners sign in; sessions that are open go on.")
        @APIResponse(
                responseCode = "200",
                description = "The policy as it is now",
                headers = @Header(name = "ETag", description = "Its new version"),
                content = @Content(schema = @Schema(implementation = PasswordPolicyResponse.class)))
        @APIResponse(responseCode = "412", description = "precondition-failed: it was changed since it was read")
        @APIResponse(responseCode = "428", description = "precondition-required: If-Match is missing")
        public Uni<Response> edit(
                @Parameter(description = "The ETag that was read", required = true)
                        @HeaderParam(HttpHeaders.IF_MATCH)
                        @Nullable
                        String ifMatch,
                PasswordPolicyRequest request) {
            IfMatch base = IfMatch.read(ifMatch);
            return change.change(kind, request.toPolicy(), base, origin.ofCaller())
                    .map(stored -> stored.map(Settings::response)
                            .orElseGet(() -> Problems.of(
                                    ProblemType.PRECONDITION_FAILED,
                                    "The policy was changed since you read it: read it again first.")));
        }

        @POST
        @RolesAllowed(Roles.ADMIN)
        @SecurityRequirement(name = "accessToken")
        @Path("/dry-run")
        @Cancellable(false)
        @Consumes(MediaType.APPLICATION_JSON)
        @Operation(
                summary = "Try a password policy",
                description = "What it would mean for the passwords that there are. Changes nothing.")
        @APIResponse(
                responseCode = "200",
                description = "How many passwords fall short, and how many would be too old when",
                content = @Content(schema = @Schema(implementation = DryRun.Result.class)))
        public Uni<DryRun.Result> tryOut(PasswordPolicyRequest request) {
            return dryRun.of(kind, request.toPolicy());
        }

        private static Response response(Stored stored) {
            return Response.ok(PasswordPolicyResponse.of(stored.policy()))
                    .header(HttpHeaders.ETAG, Etags.of(stored.version()))
                    .build();
        }
    }

    /** Of agents. */
    @Path("/admin/api/v1/settings/password-policy/agents")
    static class OfAgents extends Settings {
        OfAgents(PasswordPolicies policies, PasswordPolicyChange change, DryRun dryRun, RequestOrigin origin) {
            super(policies, change, dryRun, origin, AccountKind.AGENT);
        }
    }

    /** Of end users. */
    @Path("/admin/api/v1/settings/password-policy/users")
    static class OfUsers extends Settings {
        OfUsers(PasswordPolicies policies, PasswordPolicyChange change, DryRun dryRun, RequestOrigin origin) {
            super(policies, change, dryRun, origin, AccountKind.USER);
        }
    }

    /** A policy. */
    @Schema(name = "PasswordPolicy")
    record PasswordPolicyResponse(
            @Schema(
                    enumeration = {"modern", "classic", "custom"},
                    examples = "modern")
            String preset,

            @Schema(description = "In characters after NFC", examples = "15")
            int minLength,

            @Schema(description = "The same for every policy", examples = "128")
            int maxLength,

            @Schema(description = "So long a password needs none of the kinds of characters", examples = "20")
            int phraseLength,

            boolean requireLowercase,
            boolean requireUppercase,
            boolean requireDigit,
            boolean requireSymbol,

            @Schema(description = "null: passwords do not age", examples = "P90D") @Nullable
            String maxAge,

            @Schema(
                    description = "How many passwords, the present one included, are not accepted again",
                    examples = "0")
            int history,

            @Schema(examples = "true") boolean blockCommon,
            @Schema(examples = "true") boolean blockPersonal,

            @Schema(description = "0 (any) to 4 (very hard to guess)", examples = "3")
            int minStrength) {
        private static PasswordPolicyResponse of(PasswordPolicy policy) {
            return new PasswordPolicyResponse(
                    policy.preset().toString(),
                    policy.minLength(),
                    PasswordLimits.MAX_LENGTH,
                    PasswordPolicy.PHRASE,
                    policy.mixture().lowercase(),
                    policy.mixture().uppercase(),
                    policy.mixture().digit(),
                    policy.mixture().symbol(),
                    PasswordPolicyChange.days(policy),
                    policy.history(),
                    policy.blockCommon(),
                    policy.blockPersonal(),
                    policy.minStrength());
        }
    }
}
