package dev.gatehouse.audit.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.chassis.messaging.inbox.RawEvent;
import dev.gatehouse.chassis.messaging.wire.Headers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.UUID;

/**
 * Turns what was published into what the log keeps, and back.
 *
 * <p>The envelope must be readable: an entry without actor, time and outcome would prove nothing. What is particular to
 * a type is kept as it is.
 */
public final class AuditEvents {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Set<String> OUTCOMES = Set.of("success", "failure");
    private static final int LONGEST_TYPE = 100;
    private static final int LONGEST_SERVICE = 64;
    private static final int LONGEST_KIND = 32;

    private AuditEvents() {}

    /**
     * The event that a record carries; attributes that travel as headers become fields of the whole.
     *
     * @throws UnreadableEvent when its envelope is not one of ours
     */
    public static AuditEvent of(RawEvent raw) {
        if (!(raw.body() instanceof ObjectNode body)) {
            throw new UnreadableEvent("The value is not a JSON object");
        }
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.setAll(body);
        whole.put("id", raw.id().toString());
        whole.put("type", raw.type());
        whole.put("time", inRange(raw.time()));
        whole.put("service", raw.service());
        whole.put("schema", raw.headers().get(Headers.SCHEMA));
        whole.put("sequence", raw.sequence());
        return read(whole, CanonicalJson.of(whole));
    }

    /** The event that this stored text is. */
    static AuditEvent stored(String json) {
        return read(CanonicalJson.parse(json), json);
    }

    private static AuditEvent read(JsonNode whole, String json) {
        Envelope envelope = new Envelope(whole);
        Envelope actor = new Envelope(envelope.object("actor"));
        return new AuditEvent(
                requiredId(envelope),
                envelope.requiredUpTo(LONGEST_TYPE, "type"),
                envelope.time("time"),
                envelope.requiredUpTo(LONGEST_SERVICE, "service"),
                envelope.number("sequence"),
                actor.id("id"),
                actor.requiredUpTo(LONGEST_KIND, "kind"),
                envelope.id("accountId"),
                outcome(envelope),
                envelope.text("reason"),
                envelope.text("ip"),
                envelope.text("hostname"),
                envelope.text("userAgent"),
                envelope.id("sessionId"),
                envelope.text("traceId"),
                CanonicalJson.of(envelope.object("data")),
                json);
    }

    private static UUID requiredId(Envelope envelope) {
        UUID id = envelope.id("id");
        if (id == null) {
            throw new UnreadableEvent("Missing: id");
        }
        return id;
    }

    private static String outcome(Envelope envelope) {
        String outcome = envelope.required("outcome");
        if (!OUTCOMES.contains(outcome)) {
            throw new UnreadableEvent("Neither success nor failure: outcome");
        }
        return outcome;
    }

    private static String inRange(Instant time) {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw new UnreadableEvent("No time at which anything could have happened: time");
        }
        return MILLISECONDS.format(time);
    }
}
