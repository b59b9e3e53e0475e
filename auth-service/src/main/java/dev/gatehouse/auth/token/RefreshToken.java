package dev.gatehouse.auth.token;

import dev.gatehouse.chassis.security.secret.Secret;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A refresh token: the id of its session, how often the session was refreshed before it, 256 random bits, and a keyed
 * digest of all three, joined by dots. Opaque to clients. {@link RefreshTokens#isGenuine} says whether it is one of
 * ours.
 *
 * @param generation 0 for the first token of a session
 * @param seal the keyed digest in base64url
 */
public record RefreshToken(UUID sessionId, int generation, Secret secret, Secret seal) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
            + "\\.(0|[1-9][0-9]{0,8})\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})");

    /** Parses a token; empty for text that does not have its form. */
    public static Optional<RefreshToken> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new RefreshToken(
                        UUID.fromString(form.group(1)),
                        Integer.parseInt(form.group(2)),
                        Secret.of(form.group(3)),
                        Secret.of(form.group(4))))
                : Optional.empty();
    }

    /** The text that the client receives. */
    public Secret text() {
        return Secret.of(sealed(sessionId, generation, secret) + "." + seal.reveal());
    }

    /** The digest that is stored in its place. */
    public Digest hash() {
        return Digest.of(secret.reveal());
    }

    /** What the seal is made of. */
    static String sealed(UUID sessionId, int generation, Secret secret) {
        return sessionId + "." + generation + "." + secret.reveal();
    }
}
