package dev.gatehouse.localstack.gateway;

import dev.gatehouse.localstack.suite.Member;
import java.util.List;

/** The doors of the suite: the first prefix that matches element by element decides. */
final class RouteTable {
    private static final List<Audience> DOORS = List.of(
            new Audience("/admin/api/v1/ip-trust", Member.IP_TRUST),
            new Audience("/agent/api/v1/ip-trust", Member.IP_TRUST),
            new Audience("/verify-ip", Member.IP_TRUST),
            new Audience("/agent/api/v1/notifications", Member.NOTIFICATION),
            new Audience("/admin/api/v1/notifications", Member.NOTIFICATION),
            new Audience("/report-login", Member.NOTIFICATION),
            new Audience("/admin/api/v1/audit", Member.AUDIT),
            new Audience("/admin/api/v1/security-posture", Member.AUDIT),
            new Audience("/api/v1", Member.AUTH),
            new Audience("/agent/api/v1", Member.AUTH),
            new Audience("/admin/api/v1", Member.AUTH),
            new Audience("/.well-known", Member.AUTH),
            new Audience("/accept-invitation", Member.AUTH),
            new Audience("/reset-password", Member.AUTH));

    private RouteTable() {}

    /**
     * Decides by the raw request target.
     *
     * @param target as it came over the wire, with its query
     */
    static Routing route(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (!PlainPath.isPlain(path)) {
            return new Routing.Refused();
        }
        return DOORS.stream()
                .filter(audience -> audience.leadsTo(path))
                .findFirst()
                .<Routing>map(audience -> new Routing.To(audience.member()))
                .orElseGet(Routing.Unknown::new);
    }

    private record Audience(String prefix, Member member) {
        boolean leadsTo(String path) {
            return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
        }
    }
}
