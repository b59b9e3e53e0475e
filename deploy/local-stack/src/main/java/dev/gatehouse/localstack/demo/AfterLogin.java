package dev.gatehouse.localstack.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a login leaves behind, and how the services react to the end of its session. */
final class AfterLogin {
    private static final Duration EVENTS_WITHIN = Duration.ofSeconds(15);
    private static final Duration END_WITHIN = Duration.ofSeconds(1);
    private static final String NOTIFICATIONS = "/agent/api/v1/notifications";
    private static final String EVENTS = "/admin/api/v1/audit/events";

    /** One page of each service that needs a session: auth, ip-trust, notification, audit. */
    private static final List<String> GUARDED =
            List.of("/agent/api/v1/sessions", "/agent/api/v1/ip-trust/trusted-addresses", NOTIFICATIONS, EVENTS);

    private static final List<String> EXPECTED_EVENTS = List.of(
            "login.challenged",
            "address-verification.requested",
            "address-verification.mailed",
            "address-verification.approved",
            "address.trusted",
            "login.succeeded");

    private final Visitor agent;
    private final Visitor admin;
    private final Narrator narrator;

    AfterLogin(Visitor agent, Visitor admin, Narrator narrator) {
        this.agent = agent;
        this.admin = admin;
        this.narrator = narrator;
    }

    void notificationArrives(Inbox inbox, String address) {
        narrator.step("A notification of the sign-in arrives by mail and in the in-app list");
        String mail = inbox.next("login notification", message -> String.valueOf(message.getString("subject"))
                .contains("New sign-in"));
        if (!mail.contains(address)) {
            throw new DemoFailure("the notification should name the address " + address + ", but says: " + mail);
        }
        narrator.sent("GET " + NOTIFICATIONS);
        Stopwatch watch = new Stopwatch();
        JsonObject notification =
                Polling.until(EVENTS_WITHIN, () -> newest(NOTIFICATIONS), () -> "the in-app list stays empty");
        narrator.seen(
                "200: \"" + notification.getString("title") + "\" (" + notification.getString("kind") + ")",
                watch.elapsed());
    }

    private Optional<JsonObject> newest(String path) {
        return items(agent.get(path).expect(200, "the in-app list")).findFirst();
    }

    void everyStepIsInTheAuditLog(String accountId) {
        narrator.step("Every step stands in the audit log");
        String path = EVENTS + "?accountId=" + accountId;
        narrator.sent("GET " + path + "  (as the administrator)");
        Stopwatch watch = new Stopwatch();
        Set<String> seen = new TreeSet<>();
        var unused = Polling.until(
                EVENTS_WITHIN,
                () -> {
                    Reply reply = admin.get(path + "&limit=100").expect(200, "the audit log");
                    items(reply).map(event -> event.getString("type")).forEach(seen::add);
                    return seen.containsAll(EXPECTED_EVENTS) ? Optional.of(seen) : Optional.<Set<String>>empty();
                },
                () -> "the log should hold " + EXPECTED_EVENTS + " of account " + accountId + ", but holds " + seen);
        narrator.seen("200: " + String.join(", ", seen), watch.elapsed());
    }

    void allServicesRefuseTheEndedSession() {
        narrator.step("The agent signs out; all four services refuse the token within a second");
        for (String path : GUARDED) {
            int expected = path.equals(EVENTS) ? 403 : 200;
            var unused = agent.get(path).expect(expected, path + " with the session");
        }
        Reply ended = agent.send("DELETE", "/agent/api/v1/sessions/current").expect(204, "signing out");
        narrator.seen("204: signed out", ended.took());
        Stopwatch watch = new Stopwatch();
        Map<String, Duration> refusedAfter = new LinkedHashMap<>();
        var unused = Polling.until(
                END_WITHIN,
                () -> {
                    GUARDED.stream()
                            .filter(path -> !refusedAfter.containsKey(path))
                            .filter(path -> agent.get(path).status() == 401)
                            .toList()
                            .forEach(path -> refusedAfter.put(path, watch.elapsed()));
                    return refusedAfter.size() == GUARDED.size() ? Optional.of(refusedAfter) : Optional.empty();
                },
                () -> "these still take the token: " + stillOpen(refusedAfter));
        refusedAfter.forEach((path, after) -> narrator.seen("401 from " + path, after));
    }

    private static String stillOpen(Map<String, Duration> refusedAfter) {
        return GUARDED.stream().filter(path -> !refusedAfter.containsKey(path)).collect(Collectors.joining(", "));
    }

    private static Stream<JsonObject> items(Reply reply) {
        JsonArray items = reply.json().getJsonArray("items", new JsonArray());
        return items.stream().map(JsonObject.class::cast);
    }
}
