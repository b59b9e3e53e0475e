package dev.gatehouse.auth.token.signingkey;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is needed to verify access tokens: public, and the same for every reader, so caches may keep it. */
@Path("/.well-known")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Discovery", description = "Public keys of access tokens, and where to report a weakness")
class WellKnownResource {
    /** Five minutes: shorter than the time for which a key is published before it signs. */
    private static final String CACHEABLE = "public, max-age=300";

    private final SigningKeys keys;
    private final String issuer;

    WellKnownResource(SigningKeys keys, SuiteConfig suite) {
        this.keys = keys;
        this.issuer = suite.origin().toString();
    }

    @GET
    @Path("jwks.json")
    @PermitAll
    @Operation(summary = "The public keys of access tokens (RFC 7517)")
    @APIResponse(responseCode = "200", description = "Present, next and last keys; may be cached for five minutes")
    public Uni<Response> keySet() {
        return keys.published().map(WellKnownResource::keySet).map(WellKnownResource::cacheable);
    }

    @GET
    @Path("openid-configuration")
    @PermitAll
    @Operation(summary = "Issuer, place of the keys, and algorithms")
    @APIResponse(responseCode = "200", description = "May be cached for five minutes")
    public Response configuration() {
        return cacheable(Metadata.of(issuer));
    }

    private static KeySet keySet(List<SigningKey> published) {
        return new KeySet(published.stream().map(Jwk::of).toList());
    }

    private static Response cacheable(Object body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, CACHEABLE).build();
    }

    record KeySet(List<Jwk> keys) {}

    /** The members of OpenID Connect Discovery that apply to this service; it is not an OpenID provider. */
    record Metadata(
            String issuer,
            @JsonProperty("jwks_uri") String keySet,
            @JsonProperty("response_types_supported") List<String> responseTypes,
            @JsonProperty("subject_types_supported") List<String> subjectTypes,

            @JsonProperty("id_token_signing_alg_values_supported")
            List<String> algorithms) {
        static Metadata of(String issuer) {
            return new Metadata(
                    issuer, issuer + "/.well-known/jwks.json", List.of("none"), List.of("public"), List.of("ES256"));
        }
    }
}
