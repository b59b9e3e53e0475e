package dev.gatehouse.audit.search;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.gatehouse.audit.log.AuditEvent;
import dev.gatehouse.audit.log.LogEntry;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is shown.
 *
 * @param hostname the name that the event carries, else the confirmed name that its address has today
 */
@Schema(name = "AuditEvent", description = "A security event of the suite with its place in the audit log")
@JsonPropertyOrder({
    "id",
    "index",
    "type",
    "time",
    "service",
    "actor",
    "accountId",
    "outcome",
    "reason",
    "ip",
    "hostname",
    "userAgent",
    "sessionId",
    "traceId",
    "data"
})
record EventResponse(
        UUID id,

        @Schema(description = "Place in the log: 0-based, in order of arrival, without gaps", examples = "41")
        long index,

        @Schema(examples = "login.succeeded") String type,

        @Schema(description = "When it happened, by the clock of the service")
        Instant time,

        @Schema(examples = "auth-service") String service,
        ActorResponse actor,

        @Schema(description = "About whom; null where no account is concerned") @Nullable
        UUID accountId,

        @Schema(enumeration = {"success", "failure"}) String outcome,

        @Schema(examples = "wrong-password") @Nullable String reason,

        @Schema(examples = "203.0.113.7") @Nullable String ip,

        @Schema(
                description = "Name that the event carries, else the confirmed name that its address has today",
                examples = "host7.example.net")
        @Nullable
        String hostname,

        @Schema(examples = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0") @Nullable
        String userAgent,

        @Nullable UUID sessionId,

        @Schema(examples = "4bf92f3577b34da6a3ce929d0e0e4736") @Nullable
        String traceId,

        @Schema(
                type = SchemaType.OBJECT,
                implementation = Object.class,
                additionalProperties = Schema.True.class,
                description = "What is particular to the type")
        @JsonRawValue
        String data) {

    static EventResponse of(LogEntry entry, @Nullable String hostnameToday) {
        AuditEvent event = entry.event();
        return new EventResponse(
                event.id(),
                entry.index(),
                event.type(),
                event.time(),
                event.service(),
                new ActorResponse(event.actorId(), event.actorKind()),
                event.accountId(),
                event.outcome(),
                event.reason(),
                event.ip(),
                event.hostname() == null ? hostnameToday : event.hostname(),
                event.userAgent(),
                event.sessionId(),
                event.traceId(),
                event.data());
    }

    /** Who did it. */
    @Schema(name = "AuditActor")
    record ActorResponse(
            @Nullable UUID id,

            @Schema(enumeration = {"agent", "user", "anonymous", "operator", "system"})
            String kind) {}
}
