package dev.gatehouse.chassis.mail.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The one style sheet, inside every page, and the hash by which the content security policy lets it and nothing else.
 */
@ApplicationScoped
public class PageStyle {
    private final String css;
    private final String contentSecurityPolicy;

    PageStyle() {
        this.css = read();
        this.contentSecurityPolicy = "default-src 'none'; style-src 'sha256-" + hash(css)
                + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    }

    /** The style sheet as it stands in the page. */
    public String css() {
        return css;
    }

    /** The policy of every page: this style sheet, forms to the own origin, and nothing else. */
    public String contentSecurityPolicy() {
        return contentSecurityPolicy;
    }

    private static String read() {
        try (InputStream css = PageStyle.class.getResourceAsStream("/page/style.css")) {
            if (css == null) {
                throw new IllegalStateException("page/style.css is not on the class path");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String css) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
