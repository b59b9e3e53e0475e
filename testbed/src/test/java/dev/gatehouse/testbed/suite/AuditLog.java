package dev.gatehouse.testbed.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.testkit.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The audit log as the administrator reads it. */
public final class AuditLog {
    private final Supplier<Visitor> admin;

    AuditLog(Supplier<Visitor> admin) {
        this.admin = admin;
    }

    /** The events about this account, newest first. */
    public List<JsonNode> about(String accountId) {
        return found("accountId=" + accountId);
    }

    /** The same, of one type. */
    public List<JsonNode> about(String accountId, String type) {
        return found("accountId=" + accountId + "&type=" + type);
    }

    /** The events of a type that came from this address, newest first. */
    public List<JsonNode> from(String address, String type) {
        return found("ip=" + address + "&type=" + type);
    }

    /** The one event of a type about this account; waits for it. */
    @CanIgnoreReturnValue
    public JsonNode awaitOne(String accountId, String type) {
        Eventually.holds(
                type + " stands in the audit log", () -> !about(accountId, type).isEmpty());
        List<JsonNode> events = about(accountId, type);
        if (events.size() != 1) {
            throw new AssertionError("Expected one " + type + " but got " + events);
        }
        return events.getFirst();
    }

    private List<JsonNode> found(String filter) {
        Visitor reader = admin.get();
        List<JsonNode> events = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = reader.get("/admin/api/v1/audit/events?limit=200&" + filter + cursor)
                    .expect(200)
                    .json();
            page.get("items").forEach(events::add);
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asText();
        } while (!cursor.isEmpty());
        return events;
    }
}
