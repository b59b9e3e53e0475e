package dev.gatehouse.chassis.security.accesstoken;

import java.security.interfaces.ECPublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** The keys of a JWK set (RFC 7517) that verify ES256; others in it are for others. */
final class Jwks {
    private Jwks() {}

    static Map<String, ECPublicKey> parse(String json) {
        try {
            return new JsonWebKeySet(json)
                    .getJsonWebKeys().stream()
                            .flatMap(key -> usable(key).stream())
                            .collect(Collectors.toUnmodifiableMap(
                                    JsonWebKey::getKeyId,
                                    EllipticCurveJsonWebKey::getECPublicKey,
                                    (first, again) -> first));
        } catch (JoseException e) {
            throw new IllegalArgumentException("not a JWK set", e);
        }
    }

    private static Optional<EllipticCurveJsonWebKey> usable(JsonWebKey key) {
        boolean named = key.getKeyId() != null && (key.getUse() == null || "sig".equals(key.getUse()));
        return named && key instanceof EllipticCurveJsonWebKey curve && "P-256".equals(curve.getCurveName())
                ? Optional.of(curve)
                : Optional.empty();
    }
}
