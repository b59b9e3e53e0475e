package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.http.edge.SameOrigin;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.chassis.security.secret.RandomSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Rejects forms that another site made the browser send (signed double submit, OWASP).
 *
 * <p>The form token is a keyed digest of the link and of a random cookie. Another site can neither read nor compute it,
 * and a token of another browser does not fit this cookie. The Fetch Metadata and Origin headers are checked first;
 * browsers that send neither are checked by the token alone.
 */
@ApplicationScoped
class FormGuard {
    private static final String COOKIE = "gatehouse-form";
    private static final Pattern COOKIE_VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SecretKey key;
    private final RandomSecrets secrets;
    private final SameOrigin sameOrigin;
    private final boolean https;

    @Inject
    FormGuard(DerivedKeys keys, RandomSecrets secrets, SuiteConfig suite) {
        this(keys.key("verification-form"), secrets, suite.origin());
    }

    FormGuard(SecretKey key, RandomSecrets secrets, URI origin) {
        this.key = key;
        this.secrets = secrets;
        this.sameOrigin = new SameOrigin(origin);
        this.https = "https".equals(origin.getScheme());
    }

    /** With HTTPS the name is bound to this host (RFC 6265bis, 4.1.3.2). */
    String cookieName() {
        return https ? "__Host-" + COOKIE : COOKIE;
    }

    /** The sent cookie if it is valid, or a new one. */
    String cookie(@Nullable String sent) {
        return sent != null && COOKIE_VALUE.matcher(sent).matches() ? sent : secrets.next();
    }

    /** The value of the {@code Set-Cookie} header. */
    String setCookie(String cookie) {
        return cookieName() + "=" + cookie + "; Path=/; HttpOnly; SameSite=Strict" + (https ? "; Secure" : "");
    }

    /** The token of one form of a link. */
    String formToken(Form form, String link, String cookie) {
        return Macs.hex(Macs.hmacSha256(key, form + "|" + link + "|" + cookie));
    }

    boolean genuine(Form form, String link, Submission sent) {
        return sameOrigin.accepts(sent.fetchSite(), sent.origin())
                && sent.cookie() != null
                && sent.formToken() != null
                && Macs.equal(bytes(formToken(form, link, sent.cookie())), bytes(sent.formToken()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The forms of a link; each has a token of its own. */
    enum Form {
        /** The page that the mailed link opens. */
        QUESTION,
        /** The page that asks once more, before a login is denied. */
        DENIAL
    }

    /** The parts of a request that the guard checks. */
    record Submission(
            @Nullable String fetchSite,
            @Nullable String origin,
            @Nullable String cookie,
            @Nullable String formToken) {
        /** Without the cookie and the token. */
        @Override
        public String toString() {
            return "Submission[fetchSite=" + fetchSite + ", origin=" + origin + "]";
        }
    }
}
