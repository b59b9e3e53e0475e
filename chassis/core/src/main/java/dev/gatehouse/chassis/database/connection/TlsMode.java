package dev.gatehouse.chassis.database.connection;

import java.util.Locale;

/**
 * How the connection to the database is encrypted, in the words of MySQL's {@code --ssl-mode}.
 *
 * <p>Without TLS a server with the default authentication of MySQL ({@code caching_sha2_password}) sends a public key
 * to encrypt the password with, and nothing proves that the key is the server's. So a connection without TLS needs
 * either loopback or an operator who chose it.
 */
enum TlsMode {
    /** No TLS. */
    DISABLED,
    /** TLS when the server offers it, with any certificate. */
    PREFERRED,
    /** TLS with any certificate: safe against listeners, not against a false server. */
    REQUIRED,
    /** TLS with a certificate of a trusted authority. */
    VERIFY_CA,
    /** Like {@link #VERIFY_CA}, and the certificate is for the host's name. */
    VERIFY_IDENTITY;

    /** The mode where none is configured. */
    static TlsMode defaultFor(String host) {
        return isLoopback(host) ? PREFERRED : REQUIRED;
    }

    boolean verifies() {
        return this == VERIFY_CA || this == VERIFY_IDENTITY;
    }

    /** Of names only {@code localhost}: what another name resolves to may change. */
    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("::1") || name.equals("[::1]") || name.startsWith("127.");
    }
}
