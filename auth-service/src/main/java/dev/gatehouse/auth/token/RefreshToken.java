package dev.gatehouse.auth.token;

import dev.gatehouse.chassis.security.secret.Secret;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A refresh token: the id of its session, a dot, and 256 bits in base64url. */
public record RefreshToken(UUID sessionId, Secret secret) {
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.([A-Za-z0-9_-]{43})");

    /** Parses a token; empty for text that does not have its form. */
    public static Optional<RefreshToken> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new RefreshToken(UUID.fromString(form.group(1)), Secret.of(form.group(2))))
                : Optional.empty();
    }

    /** The text that the client receives. */
    public Secret text() {
        return Secret.of(sessionId + "." + secret.reveal());
    }

    /** The digest that is stored in its place. */
    public Digest hash() {
        return Digest.of(secret.reveal());
    }
}
