package dev.gatehouse.chassis.testkit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The key of this test process, and the address that serves its public half; in system properties, see StackProcess.
 */
final class TokenKeys {
    static final String KEY_ID = "test-key";
    private static final String URL = "gatehouse.testing.jwks-url";
    private static final String PRIVATE = "gatehouse.testing.token-private-key";
    private static final String PUBLIC = "gatehouse.testing.token-public-key";

    private TokenKeys() {}

    static String jwksUrl() {
        synchronized (System.getProperties()) {
            if (System.getProperty(URL) == null) {
                System.setProperty(URL, serve(jwks(keyPair())));
            }
            return System.getProperty(URL);
        }
    }

    static KeyPair keyPair() {
        synchronized (System.getProperties()) {
            if (System.getProperty(PRIVATE) == null) {
                KeyPair made = newKeyPair("secp256r1");
                System.setProperty(
                        PRIVATE,
                        Base64.getEncoder().encodeToString(made.getPrivate().getEncoded()));
                System.setProperty(
                        PUBLIC,
                        Base64.getEncoder().encodeToString(made.getPublic().getEncoded()));
            }
            return read();
        }
    }

    static KeyPair newKeyPair(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String jwk(ECPublicKey key, String keyId) {
        return "{\"kty\":\"EC\",\"use\":\"sig\",\"alg\":\"ES256\",\"crv\":\"P-256\",\"kid\":\"" + keyId + "\",\"x\":\""
                + coordinate(key.getW().getAffineX()) + "\",\"y\":\""
                + coordinate(key.getW().getAffineY()) + "\"}";
    }

    private static String jwks(KeyPair keys) {
        return "{\"keys\":[" + jwk((ECPublicKey) keys.getPublic(), KEY_ID) + "]}";
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = new byte[32];
        byte[] shortest = number.toByteArray();
        int length = Math.min(shortest.length, bytes.length);
        System.arraycopy(shortest, shortest.length - length, bytes, bytes.length - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair read() {
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(bytes(PUBLIC))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(PRIVATE))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String property) {
        return Base64.getDecoder().decode(System.getProperty(property));
    }

    private static String serve(String jwks) {
        byte[] body = jwks.getBytes(StandardCharsets.UTF_8);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/.well-known/jwks.json", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/.well-known/jwks.json";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
