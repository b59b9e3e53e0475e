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

/** The secret of a link: 256 bits, made again from the id whenever it is needed, so that it is stored nowhere. */
@ApplicationScoped
class VerificationTokens {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SecretKey key;

    VerificationTokens(DerivedKeys keys) {
        this.key = keys.key("verification-link");
    }

    Secret of(UUID verificationId) {
        byte[] mac = Macs.hmacSha256(key, verificationId.toString());
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(mac));
    }

    /** What the row is found by. */
    String hash(Secret token) {
        return Macs.hex(Macs.sha256(token.reveal()));
    }

    /** The same for a text that somebody sent; empty when it cannot be a token. */
    Optional<String> hash(String sent) {
        return FORM.matcher(sent).matches() ? Optional.of(hash(Secret.of(sent))) : Optional.empty();
    }
}
