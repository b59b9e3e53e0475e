package dev.gatehouse.localstack.gateway;

import dev.gatehouse.localstack.suite.Member;
import java.util.List;

/** The doors of the suite: the first prefix that matches element by element decides. */
final class RouteTable {
    private static final List<Door> DOORS = List.of(
            new Door("/admin/api/v1/ip-trust", Member.IP_TRUST),
            new Door("/agent/api/v1/ip-trust", Member.IP_TRUST),
            new Door("/verify-ip", Member.IP_TRUST),
            new Door("/agent/api/v1/notifications", Member.NOTIFICATION),
            new Door("/admin/api/v1/notifications", Member.NOTIFICATION),
            new Door("/report-login", Member.NOTIFICATION),
            new Door("/admin/api/v1/audit", Member.AUDIT),
            new Door("/admin/api/v1/security-posture", Member.AUDIT),
            new Door("/api/v1", Member.AUTH),
            new Door("/agent/api/v1", Member.AUTH),
            new Door("/admin/api/v1", Member.AUTH),
            new Door("/.well-known", Member.AUTH),
            new Door("/accept-invitation", Member.AUTH),
            new Door("/reset-password", Member.AUTH));

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
                .filter(door -> door.leadsTo(path))
                .findFirst()
                .<Routing>map(door -> new Routing.To(door.member()))
                .orElseGet(Routing.Unknown::new);
    }

    private record Door(String prefix, Member member) {
        boolean leadsTo(String path) {
            return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
        }
    }
}
