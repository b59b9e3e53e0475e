package dev.gatehouse.auth;

import dev.gatehouse.auth.token.ExpiringTokens;
import dev.gatehouse.chassis.testkit.OpenApiContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

@QuarkusTest
@AuthStack
class OpenApiIT extends OpenApiContract {
    private static final Map<String, String> OPEN_PER_AUDIENCE = Map.of(
            "POST /sessions", "201 202 401 429",
            "POST /sessions/refresh", "200 202 401",
            "GET /login-challenges/{id}", "200 404 410",
            "POST /login-challenges/{id}", "201 202 204 404 409 410",
            "GET /password-policy", "200",
            "POST /invitations/{token}", "204 404");

    private static final Map<String, String> WITH_TOKEN_PER_AUDIENCE = Map.of(
            "GET /sessions", "200",
            "DELETE /sessions", "204",
            "DELETE /sessions/{id}", "204 404",
            "DELETE /sessions/current", "204",
            "POST /sessions/current/activity", "204",
            "GET /me", "200",
            "PATCH /me", "200 412 428",
            "PUT /me/password", "204 429",
            "POST /me/step-up", "200 429");

    private static final Map<String, String> WITH_TOKEN = Map.of(
            "GET /admin/api/v1/accounts", "200",
            "POST /admin/api/v1/accounts", "201 409",
            "GET /admin/api/v1/accounts/{id}", "200 404",
            "PATCH /admin/api/v1/accounts/{id}", "200 404 409 412 428",
            "DELETE /admin/api/v1/accounts/{id}", "204 404 409",
            "PUT /admin/api/v1/accounts/{id}/admin", "200 404 409 412",
            "DELETE /admin/api/v1/accounts/{id}/sessions", "204 404",
            "POST /admin/api/v1/accounts/{id}/require-password-change", "204 404 409",
            "DELETE /admin/api/v1/accounts/{id}/require-password-change", "204 404 409",
            "GET /admin/api/v1/admins", "200");

    private static final Map<String, String> WITH_TOKEN_AND_STREAM =
            Map.of("POST /admin/api/v1/accounts/import", "200");

    private static final Map<String, String> PASSWORD_POLICY = Map.of(
            "GET /admin/api/v1/settings/password-policy/agents", "200",
            "PUT /admin/api/v1/settings/password-policy/agents", "200 412 428",
            "POST /admin/api/v1/settings/password-policy/agents/dry-run", "200",
            "GET /admin/api/v1/settings/password-policy/users", "200",
            "PUT /admin/api/v1/settings/password-policy/users", "200 412 428",
            "POST /admin/api/v1/settings/password-policy/users/dry-run", "200");

    private static final Map<String, String> RATE_LIMITS = Map.of(
            "POST /admin/api/v1/accounts/{id}/unlock", "204 404",
            "GET /admin/api/v1/settings/rate-limits/agents", "200",
            "PUT /admin/api/v1/settings/rate-limits/agents", "200 412 428",
            "GET /admin/api/v1/settings/rate-limits/users", "200",
            "PUT /admin/api/v1/settings/rate-limits/users", "200 412 428",
            "GET /admin/api/v1/settings/rate-limits/agents/current", "200",
            "DELETE /admin/api/v1/settings/rate-limits/agents/current/{id}", "204 404",
            "GET /admin/api/v1/settings/rate-limits/users/current", "200",
            "DELETE /admin/api/v1/settings/rate-limits/users/current/{id}", "204 404");

    private static final Map<String, String> SESSIONS = Map.of(
            "GET /admin/api/v1/settings/sessions/agents", "200",
            "PUT /admin/api/v1/settings/sessions/agents", "200 412 428",
            "GET /admin/api/v1/settings/sessions/users", "200",
            "PUT /admin/api/v1/settings/sessions/users", "200 412 428");

    private static final Map<String, String> OPEN = Map.of(
            "GET /.well-known/jwks.json", "200",
            "GET /.well-known/openid-configuration", "200",
            "GET /.well-known/security.txt", "200 404",
            "GET /accept-invitation/{token}", "200 404",
            "POST /accept-invitation/{token}", "200 404 422");

    @Inject
    ExpiringTokens tokens;

    @Override
    protected String tokenUntil(Instant expiry) {
        return tokens.until(expiry);
    }

    @Override
    protected Map<String, String> open() {
        return together(OPEN, perAudience(OPEN_PER_AUDIENCE));
    }

    @Override
    protected Map<String, String> withToken() {
        return together(
                together(WITH_TOKEN_AND_STREAM, together(PASSWORD_POLICY, together(RATE_LIMITS, SESSIONS))),
                together(WITH_TOKEN, perAudience(WITH_TOKEN_PER_AUDIENCE)));
    }

    private static Map<String, String> together(Map<String, String> some, Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(some);
        all.putAll(others);
        return all;
    }

    private static Map<String, String> perAudience(Map<String, String> operations) {
        Map<String, String> both = new TreeMap<>();
        operations.forEach((name, statuses) -> Stream.of(" /api/v1", " /agent/api/v1")
                .forEach(audience -> both.put(name.replaceFirst(" ", audience), statuses)));
        return both;
    }
}
