package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.chassis.security.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/** The secret of a link: 256 bits, derived from the id of the verification by a key, and never stored. */
@ApplicationScoped
class VerificationTokens {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SecretKey key;

    VerificationTokens(DerivedKeys keys) {
        this.key = keys.key("verification-link");
    }

    Secret tokenOf(UUID verificationId) {
        byte[] mac = Macs.hmacSha256(key, verificationId.toString());
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(mac));
    }

    /** The hash that the row is found by. */
    static String hash(Secret token) {
        return Macs.hex(Macs.sha256(token.reveal()));
    }

    /** The hash of a text from a URL; empty when the text cannot be a token. */
    static Optional<String> hashOf(String text) {
        return FORM.matcher(text).matches() ? Optional.of(hash(Secret.of(text))) : Optional.empty();
    }
}
