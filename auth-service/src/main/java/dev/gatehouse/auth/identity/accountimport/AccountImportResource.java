package dev.gatehouse.auth.identity.accountimport;

import dev.gatehouse.chassis.http.edge.StreamedPath;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.caller.OngoingAuthority;
import dev.gatehouse.contracts.identity.Roles;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Imports accounts, for administrators. */
@Path(AccountImportResource.PATH)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Accounts")
class AccountImportResource {
    static final String PATH = "/admin/api/v1/accounts/import";
    private static final String NDJSON = "application/x-ndjson";
    private static final String BODY = """
            {"email":"ada@helpdesk.example","displayName":"Ada","kind":"agent","passwordHash":"$2b$12$…"}
            {"email":"grace@helpdesk.example","displayName":"Grace","kind":"user"}
            """;
    private static final String REPORT = """
            {"line":1,"outcome":"created","accountId":"0199c0de-0000-7000-8000-000000000001","problem":null,"detail":null,"violations":[],"counts":null}
            {"line":2,"outcome":"refused","accountId":null,"problem":"email-taken","detail":"Another account has this e-mail address.","violations":[],"counts":null}
            {"line":2,"outcome":"finished","accountId":null,"problem":null,"detail":null,"violations":[],"counts":{"read":2,"created":1,"unchanged":0,"refused":1}}
            """;

    private final AccountImport accounts;
    private final OngoingAuthority authority;
    private final RequestOrigin origin;

    AccountImportResource(AccountImport accounts, OngoingAuthority authority, RequestOrigin origin) {
        this.accounts = accounts;
        this.authority = authority;
        this.origin = origin;
    }

    /** A line of report per line of the body, while the body is read. */
    @POST
    @Consumes({NDJSON, MediaType.APPLICATION_JSON})
    @Produces(NDJSON)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Import accounts",
            description =
                    "One JSON object per line, any number of lines, at most 16 KiB each. Each line is answered while the"
                            + " next are read: read the answer while you send. Existing accounts are never changed: a line that"
                            + " was imported before is unchanged, so an import that stopped is sent again. Password hashes of"
                            + " other systems are taken over and hashed anew at the first sign-in; without one the account is"
                            + " invited. Token, right and step-up are judged anew at each hundred lines. The last line of the report says finished or stopped; without it, the report is cut off.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = ImportRequest.class),
                            examples = @ExampleObject(name = "lines", value = BODY)))
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = ImportResponse.class),
                            examples = @ExampleObject(name = "report", value = REPORT)))
    public Multi<ImportResponse> run(@Context HttpServerRequest request) {
        Origin caller = origin.ofCaller();
        return authority
                .ofAdmin()
                .onItem()
                .transformToMulti(check -> accounts.run(StreamedPath.read(request), check, caller));
    }

    /** Says that the body of this path is a stream. */
    @ApplicationScoped
    static class ImportPath implements StreamedPath {
        @Override
        public String path() {
            return PATH;
        }
    }
}
