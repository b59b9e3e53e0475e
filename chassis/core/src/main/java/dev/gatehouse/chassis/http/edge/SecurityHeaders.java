package dev.gatehouse.chassis.http.edge;

import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;

/** The security headers of every answer. */
@ApplicationScoped
class SecurityHeaders {
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy",
                    "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()");
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
    private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

    private final boolean https;

    @Inject
    SecurityHeaders(SuiteConfig suite) {
        this(suite.origin());
    }

    SecurityHeaders(URI origin) {
        this.https = "https".equals(origin.getScheme());
    }

    /** Completes the headers of an answer that is about to be sent; a page brings its own content security policy. */
    void complete(MultiMap headers) {
        String mediaType = headers.get("Content-Type");
        boolean page = mediaType != null && mediaType.startsWith("text/html");
        ALWAYS.forEach(headers::set);
        if (!headers.contains("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", NOTHING);
        }
        // With "no-referrer" a browser sends "Origin: null" with a form (Fetch, "serialize a request origin"), and the
        // check of the form's origin would refuse every form. "same-origin" tells other sites just as little.
        headers.set("Referrer-Policy", page ? "same-origin" : "no-referrer");
        if (https) {
            headers.set("Strict-Transport-Security", TWO_YEARS);
        }
        if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }
}
