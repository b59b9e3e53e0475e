package dev.gatehouse.iptrust.settings;

import dev.gatehouse.chassis.http.etag.Etags;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
import dev.gatehouse.iptrust.settings.SettingsChange.SettingsCommand;
import io.smallrye.mutiny.Uni;
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
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

@Path("/admin/api/v1/ip-trust/settings")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "IP trust settings")
class SettingsResource {
    private final SettingsChange change;
    private final CurrentCaller caller;
    private final RequestOrigin origin;

    SettingsResource(SettingsChange change, CurrentCaller caller, RequestOrigin origin) {
        this.change = change;
        this.caller = caller;
        this.origin = origin;
    }

    @GET
    @Operation(summary = "Read the settings of IP trust", description = "The ETag is needed to change them.")
    @APIResponse(
            responseCode = "200",
            description = "The settings",
            content = @Content(schema = @Schema(implementation = SettingsResponse.class)))
    public Uni<Response> read() {
        return change.read().map(SettingsResource::response);
    }

    @PUT
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change the settings of IP trust",
            description =
                    "Needs If-Match. Turning IP trust on needs a mail proof (409 mail-not-proven) and trusts the address of"
                            + " the request. A change that turns it on or widens its scope is rolled back after ten minutes"
                            + " unless it is confirmed.")
    @APIResponse(
            responseCode = "200",
            description = "The settings as they stand now",
            content = @Content(schema = @Schema(implementation = SettingsResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "mail-not-proven; or conflict: your own address cannot be trusted by itself")
    public Uni<Response> edit(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, SettingsRequest request) {
        SettingsCommand command =
                request.toCommand(IfMatch.read(ifMatch), caller.get().accountId());
        return change.edit(command, origin.ofCaller()).map(SettingsResource::response);
    }

    @GET
    @Path("/confirm")
    @Operation(summary = "Read whether a change waits to be confirmed", description = "And until when it waits.")
    @APIResponse(
            responseCode = "200",
            description = "confirmBy is null when there is nothing to confirm",
            content = @Content(schema = @Schema(implementation = ConfirmationResponse.class)))
    public Uni<ConfirmationResponse> confirmation() {
        return change.read().map(settings -> new ConfirmationResponse(settings.confirmBy()));
    }

    @POST
    @Cancellable(false)
    @Path("/confirm")
    @Operation(summary = "Keep a change", description = "Keeps a change that turned IP trust on or widened its scope.")
    @APIResponse(
            responseCode = "200",
            description = "The settings as they stand now",
            content = @Content(schema = @Schema(implementation = SettingsResponse.class)))
    @APIResponse(responseCode = "409", description = "conflict: there is no change to confirm")
    public Uni<Response> confirm() {
        return change.confirm(origin.ofCaller()).map(SettingsResource::response);
    }

    private static Response response(SettingsChangeOutcome outcome) {
        return switch (outcome) {
            case SettingsChangeOutcome.Stored stored -> response(stored.settings());
            case SettingsChangeOutcome.Stale stale ->
                Problems.of(
                        ProblemType.PRECONDITION_FAILED,
                        "The settings were changed since you read them: read them again first.");
            case SettingsChangeOutcome.MailNotProven notProven ->
                Problems.of(
                        ProblemType.MAIL_NOT_PROVEN,
                        "Prove first that mail reaches you: POST and PUT /admin/api/v1/ip-trust/mail-proof.");
            case SettingsChangeOutcome.AddressNotTrustable notTrustable ->
                Problems.of(
                        ProblemType.CONFLICT,
                        "Your own address is private and cannot be trusted by itself, so you would lock yourself out."
                                + " Add its network to the trusted networks first.");
            case SettingsChangeOutcome.NothingToConfirm nothing ->
                Problems.of(ProblemType.CONFLICT, "There is no change to confirm.");
        };
    }

    private static Response response(StoredSettings settings) {
        return Response.ok(SettingsResponse.of(settings.values()))
                .header(HttpHeaders.ETAG, Etags.of(settings.version()))
                .build();
    }

    /** The settings. */
    @Schema(name = "IpTrustSettings")
    record SettingsResponse(
            @Schema(examples = "true") boolean enabled,

            @Schema(
                    examples = "all_agents",
                    enumeration = {"all_agents", "admins_only"})
            String scope,

            @Schema(examples = "P30D", description = "P1D to P2Y")
            String trustDuration,

            @Schema(examples = "PT15M", description = "PT1M to PT24H")
            String verificationLifetime,

            @Schema(
                    examples = "number",
                    enumeration = {"number", "same_address"})
            String confirmation,

            @Schema(examples = "64", minimum = "48", maximum = "128")
            int ipv6PrefixLength) {
        private static SettingsResponse of(IpTrustSettings settings) {
            return new SettingsResponse(
                    settings.enabled(),
                    settings.scope().toString(),
                    settings.trustDuration().toString(),
                    settings.verificationLifetime().toString(),
                    settings.confirmation().toString(),
                    settings.ipv6PrefixLength());
        }
    }

    /** Until when a change waits for its confirmation. */
    @Schema(name = "PendingConfirmation")
    record ConfirmationResponse(@Nullable Instant confirmBy) {}
}
