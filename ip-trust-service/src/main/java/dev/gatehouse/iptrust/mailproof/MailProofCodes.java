package dev.gatehouse.iptrust.mailproof;

import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.Macs;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.SecretKey;

/** The code of a proof, derived from its id and never stored. */
@ApplicationScoped
class MailProofCodes {
    private static final long CODES = 1_000_000;

    private final SecretKey key;
    private final IdGenerator ids;

    MailProofCodes(DerivedKeys keys, IdGenerator ids) {
        this.key = keys.key("mail-proof");
        this.ids = ids;
    }

    UUID newProof() {
        return ids.next();
    }

    /** Six digits. */
    String of(UUID proofId) {
        long digits = Long.remainderUnsigned(
                ByteBuffer.wrap(Macs.hmacSha256(key, proofId.toString())).getLong(), CODES);
        return String.format(Locale.ROOT, "%06d", digits);
    }

    Check check(UUID proofId, String code) {
        return Macs.equal(bytes(of(proofId)), bytes(code)) ? Check.MATCHES : Check.DIFFERS;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a sent code is the code of the proof. */
    enum Check {
        MATCHES,
        DIFFERS
    }
}
