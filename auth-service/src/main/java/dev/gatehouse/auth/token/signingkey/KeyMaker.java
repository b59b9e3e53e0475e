package dev.gatehouse.auth.token.signingkey;

import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.RandomSecrets;
import dev.gatehouse.chassis.security.secret.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** Creates P-256 keys and reads them from their standard encodings. */
@ApplicationScoped
class KeyMaker {
    private static final String CURVE = "secp256r1";
    private static final String PROBE = "SHA256withECDSA";

    private final Seal seal;

    KeyMaker(DerivedKeys keys, RandomSecrets random) {
        this.seal = new Seal(keys.key("signing-key"), random);
    }

    SigningKey make(KeySchedule.Turn turn) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            KeyPair pair = generator.generateKeyPair();
            ECPublicKey publicKey = (ECPublicKey) pair.getPublic();
            return key(turn, Jwk.thumbprint(publicKey), publicKey, (ECPrivateKey) pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A signing key cannot be made", e);
        }
    }

    byte[] sealed(SigningKey key) {
        return seal.seal(key.kid(), key.privateKey().getEncoded());
    }

    /** Fails unless the id is the thumbprint of the public key, and the public key that of the sealed private one. */
    SigningKey read(KeySchedule.Turn turn, String kid, byte[] publicKey, byte[] sealedPrivate) {
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            ECPublicKey readPublic = (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(publicKey));
            PKCS8EncodedKeySpec opened = new PKCS8EncodedKeySpec(seal.open(kid, sealedPrivate));
            SigningKey key = key(turn, kid, readPublic, (ECPrivateKey) factory.generatePrivate(opened));
            requireWhole(key);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing key " + kid + " cannot be read", e);
        }
    }

    /** Whoever can write the table, but has not the secret, must not make a public key of his own count. */
    private static void requireWhole(SigningKey key) throws GeneralSecurityException {
        if (!Jwk.thumbprint(key.publicKey()).equals(key.kid()) || !isPair(key)) {
            throw new IllegalStateException("Signing key " + key.kid() + " was altered in the database");
        }
    }

    private static boolean isPair(SigningKey key) throws GeneralSecurityException {
        byte[] probe = key.kid().getBytes(StandardCharsets.US_ASCII);
        Signature signing = Signature.getInstance(PROBE);
        signing.initSign(key.privateKey());
        signing.update(probe);
        Signature verifying = Signature.getInstance(PROBE);
        verifying.initVerify(key.publicKey());
        verifying.update(probe);
        return verifying.verify(signing.sign());
    }

    private static SigningKey key(KeySchedule.Turn turn, String kid, ECPublicKey publicKey, ECPrivateKey privateKey) {
        return new SigningKey(turn.generation(), kid, publicKey, privateKey, turn.signsFrom());
    }
}
