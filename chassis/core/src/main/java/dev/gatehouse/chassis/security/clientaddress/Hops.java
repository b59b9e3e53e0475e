package dev.gatehouse.chassis.security.clientaddress;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a request shows of its way here: the peer, which is certain, and what headers claim.
 *
 * @param claims all lines of each forwarding header that is there, joined in order
 */
record Hops(IpAddress peer, Map<String, String> claims) {
    /** Headers by which something may claim to forward; only the configured one is ever read as such. */
    private static final List<String> HEADERS = List.of("x-forwarded-for", "forwarded", "x-real-ip");

    private static final IpAddress UNKNOWN = IpAddress.parse("0.0.0.0").orElseThrow();

    static Hops of(HttpServerRequest request) {
        IpAddress peer = Optional.ofNullable(request.remoteAddress().hostAddress())
                .flatMap(IpAddress::parse)
                .orElse(UNKNOWN);
        return new Hops(
                peer,
                HEADERS.stream()
                        .filter(request.headers()::contains)
                        .collect(Collectors.toUnmodifiableMap(
                                name -> name,
                                name -> String.join(",", request.headers().getAll(name)))));
    }

    /** The first forwarding header that is there, whichever it is. */
    Optional<Resolution.Claim> anyClaim() {
        return Stream.ofNullable(HEADERS)
                .flatMap(List::stream)
                .filter(claims::containsKey)
                .map(name -> new Resolution.Claim(name, claims.getOrDefault(name, "")))
                .findFirst();
    }
}
