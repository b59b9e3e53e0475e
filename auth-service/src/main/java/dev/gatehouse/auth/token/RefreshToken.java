package dev.gatehouse.auth.token;

import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.SessionCookie;
import java.time.Duration;
import java.util.Arrays;
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

    private static final String COOKIE_ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict";

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

    /** The text that the client receives in a body. */
    public Secret text() {
        return Secret.of(sealed(sessionId, generation, secret) + "." + seal.reveal());
    }

    /**
     * The {@code Set-Cookie} with the token, in the {@link SessionCookie}: scripts and other sites cannot read it.
     *
     * @param kept how long a browser keeps it; empty: until it is closed
     */
    public String cookie(AccountKind kind, Optional<Duration> kept) {
        String maxAge = kept.map(time -> "; Max-Age=" + time.toSeconds()).orElse("");
        return SessionCookie.name(kind) + "=" + text().reveal() + maxAge + COOKIE_ATTRIBUTES;
    }

    /** The {@code Set-Cookie} that removes it. */
    public static String noCookie(AccountKind kind) {
        return SessionCookie.name(kind) + "=; Max-Age=0" + COOKIE_ATTRIBUTES;
    }

    /** What is stored in its place. */
    public Hash hash() {
        return new Hash(Macs.sha256(secret.reveal()));
    }

    /** What the seal is made of. */
    static String sealed(UUID sessionId, int generation, Secret secret) {
        return sessionId + "." + generation + "." + secret.reveal();
    }

    /** How a client receives its refresh token. */
    public enum Transport {
        /** In the body of the response, for clients that store it themselves. */
        BODY("body"),
        /** In a cookie that no script can read. */
        COOKIE("cookie");

        private final String wireName;

        Transport(String wireName) {
            this.wireName = wireName;
        }

        /** The transport with this name in JSON. */
        public static Optional<Transport> named(String wireName) {
            return Arrays.stream(values())
                    .filter(transport -> transport.wireName.equals(wireName))
                    .findFirst();
        }

        /** The name in JSON. */
        @Override
        public String toString() {
            return wireName;
        }
    }

    /** What is stored of a token: its SHA-256 digest as a value, compared in constant time. */
    public static final class Hash {
        private final byte[] bytes;

        private Hash(byte[] bytes) {
            this.bytes = bytes;
        }

        /** The hash that a column holds. */
        public static Hash stored(byte[] bytes) {
            return new Hash(bytes.clone());
        }

        /** The 32 bytes. */
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Hash that && Macs.equal(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "Hash";
        }
    }
}
