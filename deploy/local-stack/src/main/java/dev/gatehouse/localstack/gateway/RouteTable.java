package dev.gatehouse.localstack.gateway;

import dev.gatehouse.contracts.http.PlainPath;
import dev.gatehouse.localstack.suite.Member;
import java.util.List;

/** Which service a path belongs to: the first prefix that matches segment by segment decides. */
final class RouteTable {
    private static final List<Route> ROUTES = List.of(
            new Route("/admin/api/v1/ip-trust", Member.IP_TRUST),
            new Route("/agent/api/v1/ip-trust", Member.IP_TRUST),
            new Route("/verify-ip", Member.IP_TRUST),
            new Route("/agent/api/v1/notifications", Member.NOTIFICATION),
            new Route("/admin/api/v1/notifications", Member.NOTIFICATION),
            new Route("/report-login", Member.NOTIFICATION),
            new Route("/admin/api/v1/audit", Member.AUDIT),
            new Route("/admin/api/v1/security-posture", Member.AUDIT),
            new Route("/api/v1", Member.AUTH),
            new Route("/agent/api/v1", Member.AUTH),
            new Route("/admin/api/v1", Member.AUTH),
            new Route("/.well-known", Member.AUTH),
            new Route("/accept-invitation", Member.AUTH),
            new Route("/reset-password", Member.AUTH));

    private RouteTable() {}

    /**
     * Decides by the raw request target.
     *
     * @param target as it came over the wire, with its query
     */
    static Routing route(String target) {
        if (!PlainPath.is(target)) {
            return new Routing.Refused();
        }
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (path.equals("/")) {
            return new Routing.Home();
        }
        if (path.equals("/openapi.json")) {
            return new Routing.Document();
        }
        return ROUTES.stream()
                .filter(route -> route.matches(path))
                .findFirst()
                .<Routing>map(route -> new Routing.To(route.member()))
                .orElseGet(Routing.Unknown::new);
    }

    private record Route(String prefix, Member member) {
        boolean matches(String path) {
            return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
        }
    }
}
