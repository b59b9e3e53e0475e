package dev.gatehouse.auth.securitycontact;

import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import dev.gatehouse.contracts.problem.ProblemType;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where to report a weakness: public, and the same for every reader, so caches may keep it for a day. */
@Path(SecurityTxt.PATH)
@ApplicationScoped
@Tag(name = "Discovery", description = "Public keys of access tokens, and where to report a weakness")
class SecurityTxtResource {
    private static final Log LOG = Log.of(SecurityTxtResource.class);
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String CACHEABLE = "public, max-age=86400";

    private final Optional<SecurityTxt> contact;
    private final InstantSource clock;

    SecurityTxtResource(SecurityContactConfig config, SuiteConfig suite, InstantSource clock) {
        this.contact = SecurityTxt.read(config, suite.origin());
        this.clock = clock;
    }

    /** A contact that is none ends the start, since the constructor runs here. */
    void onStart(@Observes StartupEvent start) {
        if (contact.isEmpty()) {
            LOG.info("No security contact is configured, so no security.txt is served.");
        }
    }

    @GET
    @PermitAll
    @Operation(operationId = "securityTxt", summary = "Where to report a weakness (RFC 9116)")
    @APIResponse(
            responseCode = "200",
            description = "Contact, end of validity, languages, policy; may be cached for a day",
            content =
                    @Content(
                            mediaType = TEXT,
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            examples =
                                                    "Contact: mailto:security@helpdesk.example\nExpires: 2027-01-30T00:00:00Z\nPreferred-Languages: en\n")))
    @APIResponse(responseCode = "404", description = "The operator names no contact")
    public Response securityTxt() {
        return contact.map(this::served)
                .orElseGet(() -> Problems.of(ProblemType.NOT_FOUND, "No security contact is named here."));
    }

    private Response served(SecurityTxt text) {
        return Response.ok(text.text(clock.instant()), TEXT)
                .header(HttpHeaders.CACHE_CONTROL, CACHEABLE)
                .build();
    }
}
