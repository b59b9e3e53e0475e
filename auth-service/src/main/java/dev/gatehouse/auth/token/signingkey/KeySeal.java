package dev.gatehouse.auth.token.signingkey;

import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.RandomSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a private key for the database: AES-256-GCM, nonce first, the key id as associated data. */
@ApplicationScoped
class KeySeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final RandomSecrets random;

    KeySeal(DerivedKeys keys, RandomSecrets random) {
        this.key = new SecretKeySpec(keys.key("signing-key").getEncoded(), "AES");
        this.random = random;
    }

    byte[] seal(String kid, byte[] plain) {
        byte[] nonce = random.bytes(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, kid, nonce).doFinal(plain);
            byte[] joined = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, joined, NONCE_BYTES, sealed.length);
            return joined;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A signing key cannot be sealed", e);
        }
    }

    /** Fails when the bytes were sealed under another secret or for another key id. */
    byte[] open(String kid, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, kid, nonce).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Signing key " + kid + " cannot be opened: was GATEHOUSE_SECRET changed since it was made?", e);
        }
    }

    private Cipher cipher(int mode, String kid, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(kid.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
