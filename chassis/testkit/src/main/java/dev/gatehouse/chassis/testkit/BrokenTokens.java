package dev.gatehouse.chassis.testkit;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The attack cases A01–A05, A07 and A08 as tokens, by name. */
final class BrokenTokens {
    private static final List<String> CLAIMS = List.of(
            "iss", "sub", "aud", "exp", "nbf", "iat", "jti", "sid", "sst", "auth_time", "kind", "groups", "amr");
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final KeyPair STRANGER = TokenKeys.newKeyPair("secp256r1");

    private final UUID account;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    private BrokenTokens(UUID account) {
        this.account = account;
    }

    static Map<String, String> of(UUID account) {
        BrokenTokens broken = new BrokenTokens(account);
        broken.withoutAlgorithm();
        broken.withConfusedKey();
        broken.withOddKeyId();
        broken.withKeyOfItsOwn();
        broken.withWrongClaims();
        broken.withOddText();
        broken.withOddSignature();
        broken.outOfTime();
        return broken.tokens;
    }

    private void withoutAlgorithm() {
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            String text = good().header("alg", none).unsigned();
            tokens.put("A01 alg=" + none, text);
            tokens.put("A01 alg=" + none + " with dot", text + ".");
        }
        tokens.put("A01 no alg", good().withoutHeader("alg").signed());
        tokens.put("A01 alg=null", good().header("alg", List.of()).signed());
    }

    private void withConfusedKey() {
        ECPublicKey key = (ECPublicKey) TokenKeys.keyPair().getPublic();
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        String pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----";
        tokens.put("A02 HS256 PEM", hs256(pem.getBytes(StandardCharsets.US_ASCII)));
        tokens.put("A02 HS256 PEM newline", hs256((pem + "\n").getBytes(StandardCharsets.US_ASCII)));
        tokens.put("A02 HS256 DER", hs256(key.getEncoded()));
        tokens.put("A02 HS256 JWK", hs256(TokenKeys.jwk(key, TokenKeys.KEY_ID).getBytes(StandardCharsets.UTF_8)));
        tokens.put("A02 HS256 x", hs256(key.getW().getAffineX().toByteArray()));
    }

    private void withOddKeyId() {
        for (String keyId : List.of(
                "' OR 1=1--", "../../dev/null", "http://canary.test/", "x".repeat(10_000), "\0", "", "unknown-key")) {
            tokens.put(
                    "A03 kid=" + keyId.substring(0, Math.min(20, keyId.length())),
                    good().header("kid", keyId).signed());
        }
        tokens.put(
                "A03 kid array", good().header("kid", List.of(TokenKeys.KEY_ID)).signed());
        tokens.put("A03 no kid", good().withoutHeader("kid").signed());
    }

    private void withKeyOfItsOwn() {
        String jwk = TokenKeys.jwk((ECPublicKey) STRANGER.getPublic(), TokenKeys.KEY_ID);
        Map<String, Object> members = Map.of(
                "jwk", jwk,
                "jku", "http://canary.test/jwks.json",
                "x5u", "http://canary.test/cert.pem",
                "x5c", List.of("MIIB"),
                "x5t", "AAAA",
                "crit", List.of("exp"),
                "b64", false,
                "zip", "DEF",
                "cty", "JWT");
        members.forEach((name, value) -> {
            tokens.put(
                    "A04 " + name + " by a stranger", good().header(name, value).signedBy(STRANGER.getPrivate()));
            tokens.put("A04 " + name, good().header(name, value).signed());
        });
        tokens.put("A04 known kid, stranger's key", good().signedBy(STRANGER.getPrivate()));
    }

    private void withWrongClaims() {
        tokens.put("A05 no typ", good().withoutHeader("typ").signed());
        tokens.put("A05 typ=JWT", good().header("typ", "JWT").signed());
        tokens.put("A05 typ=AT+JWT", good().header("typ", "AT+JWT").signed());
        tokens.put(
                "A05 foreign issuer",
                good().claim("iss", "http://elsewhere.test").signed());
        tokens.put(
                "A05 foreign audience",
                good().claim("aud", List.of("elsewhere")).signed());
        tokens.put("A05 unknown kind", good().claim("kind", "service").signed());
        tokens.put(
                "A05 groups of the other kind",
                good().claim("groups", List.of("user")).signed());
        tokens.put(
                "A05 admin without agent",
                good().claim("groups", List.of("admin")).signed());
        tokens.put(
                "A05 invented group",
                good().claim("groups", List.of("agent", "root")).signed());
        tokens.put("A05 sub no UUID", good().claim("sub", "1").signed());
        withClaimsOfAnotherForm();
    }

    private void withClaimsOfAnotherForm() {
        for (String claim : CLAIMS) {
            tokens.put("A05 no " + claim, good().without(claim).signed());
            tokens.put(
                    "A05 " + claim + " of a wrong type",
                    good().claim(claim, Map.of("a", 1)).signed());
        }
        tokens.put("A05 exp as text", good().claim("exp", "9999999999").signed());
        tokens.put(
                "A05 exp with a fraction",
                good().claim("exp", Instant.now().getEpochSecond() + 60.5).signed());
    }

    private void withOddText() {
        String token = good().signed();
        int dot = token.lastIndexOf('.');
        tokens.put("A07 =", token + "=");
        tokens.put("A07 ==", token + "==");
        tokens.put("A07 ? before the signature", token.substring(0, dot + 1) + "?" + token.substring(dot + 1));
        tokens.put("A07 unused bits", withUnusedBits(token));
        tokens.put("A07 space within", token.substring(0, dot) + " " + token.substring(dot));
        tokens.put("A07 fourth part", token + ".AAAA");
        tokens.put("A07 nothing", ".");
        tokens.put("A07 no JSON", TestToken.part("nonsense") + "." + TestToken.part("{}") + ".AAAA");
        tokens.put("A07 repeated member", repeatedMember());
        tokens.put("A07 10 KiB", good().claim("padding", "x".repeat(10_240)).signed());
    }

    private void withOddSignature() {
        String text = good().unsigned();
        tokens.put("A08 r=s=0", text + "." + base64(new byte[64]));
        tokens.put("A08 r=s=n", text + "." + base64(orderTwice()));
        tokens.put("A08 empty", text + ".");
        tokens.put("A08 short", text + "." + base64(new byte[8]));
        tokens.put("A08 DER", good().signedBy(TokenKeys.keyPair().getPrivate(), "SHA256withECDSA"));
        tokens.put(
                "A08 P-384",
                good().signedBy(TokenKeys.newKeyPair("secp384r1").getPrivate(), "SHA384withECDSAinP1363Format"));
        tokens.put("A08 ES384", good().header("alg", "ES384").signed());
        tokens.put(
                "A08 tiny RSA", good().header("alg", "RS256").signedBy(tinyRsa().getPrivate(), "SHA256withRSA"));
    }

    private void outOfTime() {
        Instant now = Instant.now();
        tokens.put(
                "A08 expired 11 s ago",
                good().issuedAt(now.minusSeconds(300))
                        .expiresAt(now.minusSeconds(11))
                        .signed());
        tokens.put(
                "A08 not yet",
                good().issuedAt(now.plusSeconds(240))
                        .expiresAt(now.plusSeconds(300))
                        .signed());
        tokens.put(
                "A08 good for a day",
                good().expiresAt(now.plus(Duration.ofDays(1))).signed());
        tokens.put(
                "A08 ended before it began",
                good().issuedAt(now).expiresAt(now.minusSeconds(5)).signed());
    }

    private TestToken good() {
        return Tokens.ofAgent(account);
    }

    private String hs256(byte[] key) {
        String text = good().header("alg", "HS256").unsigned();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return text + "." + base64(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String repeatedMember() {
        String header = "{\"alg\":\"none\",\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"" + TokenKeys.KEY_ID + "\"}";
        String unsigned = TestToken.part(header) + "." + TestToken.part(good().claimsJson());
        return TestToken.sign(unsigned, TokenKeys.keyPair().getPrivate(), "SHA256withECDSAinP1363Format");
    }

    /** 64 bytes are 86 characters with four unused bits in the last. */
    private static String withUnusedBits(String token) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char last = token.charAt(token.length() - 1);
        return token.substring(0, token.length() - 1) + alphabet.charAt(alphabet.indexOf(last) + 1);
    }

    static String twin(String token) {
        int dot = token.lastIndexOf('.');
        byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
        byte[] s = ORDER.subtract(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)))
                .toByteArray();
        Arrays.fill(signature, 32, 64, (byte) 0);
        int length = Math.min(32, s.length);
        System.arraycopy(s, s.length - length, signature, 64 - length, length);
        return token.substring(0, dot + 1) + base64(signature);
    }

    private static byte[] orderTwice() {
        byte[] order = ORDER.toByteArray();
        byte[] twice = new byte[64];
        System.arraycopy(order, 1, twice, 0, 32);
        System.arraycopy(order, 1, twice, 32, 32);
        return twice;
    }

    private static KeyPair tinyRsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(512);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
