package dev.gatehouse.chassis.http.edge;

import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request a name that client and operator can quote: the client's own when it is harmless, else a new one.
 */
@ApplicationScoped
class RequestIds {
    static final String HEADER = "X-Request-Id";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{8,128}");

    private final IdGenerator ids;

    RequestIds(IdGenerator ids) {
        this.ids = ids;
    }

    String of(@Nullable String sent) {
        return sent != null && HARMLESS.matcher(sent).matches()
                ? sent
                : ids.next().toString();
    }
}
