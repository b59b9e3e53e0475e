package dev.gatehouse.localstack.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.localstack.suite.Member;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    @ParameterizedTest
    @CsvSource({
        "/admin/api/v1/ip-trust/settings, IP_TRUST",
        "/admin/api/v1/ip-trust/addresses/2001:db8::1, IP_TRUST",
        "/agent/api/v1/ip-trust/trusted-addresses?cursor=a%2Fb, IP_TRUST",
        "/verify-ip/m3Xb-_9, IP_TRUST",
        "/agent/api/v1/notifications, NOTIFICATION",
        "/agent/api/v1/notifications/stream, NOTIFICATION",
        "/admin/api/v1/notifications/deliveries, NOTIFICATION",
        "/report-login/abc, NOTIFICATION",
        "/admin/api/v1/audit/events?q=//, AUDIT",
        "/admin/api/v1/security-posture, AUDIT",
        "/api/v1/sessions, AUTH",
        "/agent/api/v1/sessions/current, AUTH",
        "/admin/api/v1/accounts?kind=agent&q=a;b, AUTH",
        "/admin/api/v1/ip-trusted, AUTH",
        "/admin/api/v1/auditors, AUTH",
        "/agent/api/v1/notifications-of-old, AUTH",
        "/.well-known/jwks.json, AUTH",
        "/reset-password/abc, AUTH",
        "/accept-invitation/abc, AUTH",
        "/api/v1/accounts/a%40b, AUTH",
    })
    void routesByPrefixOfWholeSegments(String target, Member member) {
        assertEquals(new Routing.To(member), RouteTable.route(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health/ready",
                "/q/metrics",
                "/api/v2/sessions",
                "/apiv1",
                "/Admin/api/v1/accounts",
                "/administrator/api/v1",
                "/agent/api/v10/sessions",
                "/favicon.ico",
            })
    void knowsNoOtherPrefix(String target) {
        assertEquals(new Routing.Unknown(), RouteTable.route(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?lang=de"})
    void hasPageOfItsOwn(String target) {
        assertEquals(new Routing.Home(), RouteTable.route(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "//",
                "/agent/api/v1/../../../admin/api/v1/accounts",
                "/agent/api/v1/ip-trust%2f..%2fsessions",
                "/%61dmin/api/v1/accounts",
                "/agent/api/v1/<sessions>",
                "/agent/api/v1/%e4",
            })
    void refusesWhatIsNoPlainPath(String target) {
        assertEquals(new Routing.Refused(), RouteTable.route(target));
    }
}
