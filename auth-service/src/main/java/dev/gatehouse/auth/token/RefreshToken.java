package dev.gatehouse.auth.token;

import dev.gatehouse.chassis.security.secret.Secret;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client holds to get its next access token: the session's id, a dot, and 256 bits in base64url. */
public record RefreshToken(UUID sessionId, Secret secret) {
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.([A-Za-z0-9_-]{43})");

    /** The token in this text, if it has the form of one. */
    public static Optional<RefreshToken> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new RefreshToken(UUID.fromString(form.group(1)), Secret.of(form.group(2))))
                : Optional.empty();
    }

    /** What the client is given. */
    public Secret text() {
        return Secret.of(sessionId + "." + secret.reveal());
    }

    /** What is stored in its place. */
    public Digest hash() {
        return Digest.of(secret.reveal());
    }
}
