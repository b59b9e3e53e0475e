package dev.gatehouse.chassis.http.edge;

import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Tells a request of a page of this origin from one that another site made a browser send; a sub-domain is another
 * origin, although cookies go with its requests (OWASP, cross-site request forgery prevention).
 *
 * <p>Browsers set {@code Sec-Fetch-Site} themselves, and pages cannot. Older browsers send {@code Origin} at least. A
 * client that sends neither is no browser that could be misled.
 */
@ApplicationScoped
public class SameOrigin {
    private final String origin;

    @Inject
    SameOrigin(SuiteConfig suite) {
        this(suite.origin());
    }

    /** Of this origin. */
    public SameOrigin(URI origin) {
        this.origin = origin.getScheme() + "://" + origin.getRawAuthority();
    }

    /** Whether a request with these values of {@code Sec-Fetch-Site} and {@code Origin} is accepted. */
    public boolean accepts(@Nullable String fetchSite, @Nullable String sentOrigin) {
        if (fetchSite != null) {
            return fetchSite.equals("same-origin") || fetchSite.equals("none");
        }
        return sentOrigin == null || sentOrigin.equals(origin);
    }
}
