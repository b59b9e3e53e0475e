package dev.gatehouse.iptrust.verification;

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
 * Tells a form of our page from one that another site made the browser send (signed double submit, OWASP).
 *
 * <p>The token in the form is a keyed digest of the link and of a random cookie, so another site can neither read nor
 * make it, and one that was seen elsewhere does not fit this browser. What browsers say about the origin of a form is
 * checked first; those that say nothing are left to the token.
 */
@ApplicationScoped
class FormGuard {
    private static final String COOKIE = "gatehouse-form";
    private static final Pattern COOKIE_VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SecretKey key;
    private final RandomSecrets secrets;
    private final String origin;
    private final boolean https;

    @Inject
    FormGuard(DerivedKeys keys, RandomSecrets secrets, SuiteConfig suite) {
        this(keys, secrets, suite.origin());
    }

    FormGuard(DerivedKeys keys, RandomSecrets secrets, URI origin) {
        this.key = keys.key("verification-form");
        this.secrets = secrets;
        this.origin = origin.getScheme() + "://" + origin.getRawAuthority();
        this.https = "https".equals(origin.getScheme());
    }

    /** The name is bound to this very host where the transport allows that (RFC 6265bis, 4.1.3.2). */
    String cookieName() {
        return https ? "__Host-" + COOKIE : COOKIE;
    }

    /** The browser's cookie if it has a good one, or else a new one. */
    String cookie(@Nullable String sent) {
        return sent != null && COOKIE_VALUE.matcher(sent).matches() ? sent : secrets.next();
    }

    /** The value of the {@code Set-Cookie} header. */
    String setCookie(String cookie) {
        return cookieName() + "=" + cookie + "; Path=/; HttpOnly; SameSite=Strict" + (https ? "; Secure" : "");
    }

    /** What the form carries. */
    String formToken(String link, String cookie) {
        return Macs.hex(Macs.hmacSha256(key, link + "|" + cookie));
    }

    boolean genuine(String link, Submission form) {
        return sameSite(form)
                && form.cookie() != null
                && form.formToken() != null
                && Macs.equal(bytes(formToken(link, form.cookie())), bytes(form.formToken()));
    }

    /* A browser that knows Sec-Fetch-Site sends it truthfully; an older one at least sends the origin with a form. */
    private boolean sameSite(Submission form) {
        if (form.fetchSite() != null) {
            return form.fetchSite().equals("same-origin") || form.fetchSite().equals("none");
        }
        return form.origin() == null || form.origin().equals(origin);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A form as it arrived. */
    record Submission(
            @Nullable String fetchSite,
            @Nullable String origin,
            @Nullable String cookie,
            @Nullable String formToken) {}
}
