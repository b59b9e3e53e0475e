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
                "/",
                "/q/health/ready",
                "/q/metrics",
                "/api/v2/sessions",
                "/apiv1",
                "/Admin/api/v1/accounts",
                "/administrator/api/v1",
                "/agent/api/v10/sessions",
                "/favicon.ico",
            })
    void knowsNoOtherDoor(String target) {
        assertEquals(new Routing.Unknown(), RouteTable.route(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "http://localhost:8080/api/v1/sessions",
                "//admin/api/v1/accounts",
                "/agent//api/v1/sessions",
                "/agent/api/v1/../../../admin/api/v1/accounts",
                "/agent/api/v1/./sessions",
                "/agent/api/v1/..",
                "/agent/api/v1/ip-trust%2f..%2fsessions",
                "/agent/api/v1/ip-trust%2F../sessions",
                "/agent/api/v1/%2e%2e/x",
                "/agent/api/v1/%2E%2E/x",
                "/agent/api/v1/%252e%252e/x",
                "/%61dmin/api/v1/accounts",
                "/agent/api/v1/%69p-trust/settings",
                "/agent/api/v1;x/sessions",
                "/agent;/api/v1/sessions",
                "/agent/api/v1/sessions%3bx",
                "/agent/api/v1\\..\\admin",
                "/agent/api/v1/%5c..%5cadmin",
                "/agent/api/v1/sessions%00",
                "/agent/api/v1/sessions%0d%0aX:y",
                "/agent/api/v1/sessions%",
                "/agent/api/v1/sessions%4",
                "/agent/api/v1/sessions%zz",
                "/agent/api/v1/sessions#x",
                "/agent/api/v1/s\u00e4ssions",
            })
    void refusesPathsThatTwoReadersCouldTakeForTwoThings(String target) {
        assertEquals(new Routing.Refused(), RouteTable.route(target));
    }
}
