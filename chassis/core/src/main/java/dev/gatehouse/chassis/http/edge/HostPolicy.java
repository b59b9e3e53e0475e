package dev.gatehouse.chassis.http.edge;

import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts are served on the public port: that of the origin, those that an operator adds, and the address of this
 * end of the connection, by which load balancers ask. The port does not matter, for it changes on the way.
 *
 * <p>Nothing is ever made from the host of a request; this keeps requests away that were meant for somebody else, or
 * that name a host of an attacker. The public keys are served under every name, because the other services ask for them
 * by an internal one.
 */
@ApplicationScoped
class HostPolicy {
    private static final String PUBLIC_KEYS = "/.well-known/";

    private final Set<String> served;

    @Inject
    HostPolicy(SuiteConfig suite) {
        this(suite.origin(), suite.allowedHosts().orElse(List.of()));
    }

    HostPolicy(URI origin, List<String> allowed) {
        this.served = Stream.concat(Stream.ofNullable(origin.getHost()), allowed.stream())
                .map(HostPolicy::plain)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a request says about the host. */
    enum Verdict {
        /** It is served. */
        SERVED,
        /** It is not served here. */
        OTHER,
        /** No host is named, or several are. */
        UNCLEAR
    }

    /**
     * The parts of a request that count.
     *
     * @param hosts one for each header
     * @param local the address of this end of the connection
     * @param isOld whether it is of HTTP/1.0, which needs no host
     */
    record Asked(List<String> hosts, @Nullable String local, String path, boolean isOld) {
        /** Copies. */
        Asked {
            hosts = List.copyOf(hosts);
        }

        static Asked of(HttpServerRequest request) {
            List<String> headers = request.headers().getAll("Host");
            String named = Optional.ofNullable(request.authority())
                    .map(HostAndPort::host)
                    .orElse("");
            return new Asked(
                    headers.size() > 1 || named.isEmpty() ? headers : List.of(named),
                    request.localAddress().hostAddress(),
                    request.uri(),
                    request.version() == HttpVersion.HTTP_1_0);
        }
    }

    Verdict judge(Asked asked) {
        if (asked.hosts.isEmpty() && asked.isOld) {
            return Verdict.SERVED;
        }
        if (asked.hosts.size() != 1) {
            return Verdict.UNCLEAR;
        }
        String host = plain(asked.hosts.getFirst());
        boolean isServed = served.contains(host)
                || (asked.local != null && host.equals(plain(asked.local)))
                || asked.path.startsWith(PUBLIC_KEYS);
        return isServed ? Verdict.SERVED : Verdict.OTHER;
    }

    private static String plain(String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return (bracketed ? host.substring(1, host.length() - 1) : host).strip().toLowerCase(Locale.ROOT);
    }
}
