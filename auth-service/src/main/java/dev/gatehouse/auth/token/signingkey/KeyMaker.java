package dev.gatehouse.auth.token.signingkey;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** Creates P-256 keys and reads them from their standard encodings. */
@ApplicationScoped
class KeyMaker {
    private static final String CURVE = "secp256r1";

    private final KeySeal seal;

    KeyMaker(KeySeal seal) {
        this.seal = seal;
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

    SigningKey read(KeySchedule.Turn turn, String kid, byte[] publicKey, byte[] sealedPrivate) {
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            ECPublicKey readPublic = (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(publicKey));
            PKCS8EncodedKeySpec opened = new PKCS8EncodedKeySpec(seal.open(kid, sealedPrivate));
            return key(turn, kid, readPublic, (ECPrivateKey) factory.generatePrivate(opened));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing key " + kid + " cannot be read", e);
        }
    }

    private static SigningKey key(KeySchedule.Turn turn, String kid, ECPublicKey publicKey, ECPrivateKey privateKey) {
        return new SigningKey(turn.generation(), kid, publicKey, privateKey, turn.signsFrom());
    }
}
