package dev.gatehouse.chassis.security.clientaddress;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The address and the program that the request at hand comes from; usable within a request only. */
@RequestScoped
public class ClientAddress {
    private static final int LONGEST_CLAIM = 200;

    private final CurrentVertxRequest request;
    private final ForwardingPolicy policy;
    private @Nullable Resolution resolution;

    ClientAddress(CurrentVertxRequest request, ForwardingPolicy policy) {
        this.request = request;
        this.policy = policy;
    }

    /** The address of the client: the peer, or the first hop from the right that is no trusted proxy. */
    public IpAddress address() {
        return resolution().client();
    }

    /** What the client says it is: at most 512 characters, without control characters; absent when it says nothing. */
    public @Nullable String userAgent() {
        return UserAgentHeader.clean(http().getHeader("User-Agent"));
    }

    /** The same decision with the claim that was not trusted. */
    Resolution resolution() {
        if (resolution == null) {
            resolution = policy.decide(Hops.of(http()));
        }
        return resolution;
    }

    private HttpServerRequest http() {
        return request.getCurrent().request();
    }

    /** The forwarding header of this request, if its peer is no trusted proxy. */
    public Optional<Forged> forged() {
        Resolution resolution = resolution();
        return resolution
                .forged()
                .map(claim -> new Forged(
                        claim.header(), UserAgentHeader.clean(claim.value(), LONGEST_CLAIM), resolution.peer()));
    }

    /**
     * A header that was not believed.
     *
     * @param claimed its value, cleaned and cut
     */
    public record Forged(String header, String claimed, IpAddress peer) {}
}
