package dev.gatehouse.chassis.messaging.event;

import dev.gatehouse.chassis.messaging.wire.WireJson;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.state.Revocation;
import dev.gatehouse.contracts.state.State;
import dev.gatehouse.contracts.topic.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Builds the records of the suite's topics: CloudEvents in binary mode, as part of the current trace. */
@ApplicationScoped
public class Messages {
    private static final String REVOCATION_TYPE = "revocation";
    private static final String NO_KEY = "-";

    private final IdGenerator ids;
    private final InstantSource clock;
    private final String service;

    Messages(IdGenerator ids, InstantSource clock, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.ids = ids;
        this.clock = clock;
        this.service = service;
    }

    /** An event for {@link Topic#SECURITY_EVENTS}; the current trace is filled in where the event has none. */
    public OutboxMessage event(SecurityEvent<?> event) {
        TraceContext trace = TraceContext.current();
        SecurityEvent<?> traced = event.traceId() == null ? event.traced(trace.traceId()) : event;
        Map<String, String> headers = CloudEventHeaders.of(
                        event.id(), event.type().wireName(), event.service(), event.time())
                .schema(event.type().schema())
                .trace(trace)
                .toMap();
        return message(Topic.SECURITY_EVENTS, keyOf(event), headers, WireJson.value(traced));
    }

    /** A state for its topic. */
    public OutboxMessage state(State state) {
        Map<String, String> headers = headers(state.type())
                .schema("urn:gatehouse:state:" + state.type() + ":1")
                .version(state.version())
                .toMap();
        return message(state.topic(), state.key(), headers, WireJson.value(state));
    }

    /** Tokens that must be rejected from now on, for {@link Topic#REVOCATIONS}. */
    public OutboxMessage revocation(Revocation revocation) {
        Map<String, String> headers = headers(REVOCATION_TYPE)
                .schema("urn:gatehouse:state:" + REVOCATION_TYPE + ":1")
                .toMap();
        return message(Topic.REVOCATIONS, keyOf(revocation), headers, WireJson.value(revocation));
    }

    private CloudEventHeaders headers(String type) {
        return CloudEventHeaders.of(ids.next(), type, service, clock.instant()).trace(TraceContext.current());
    }

    private OutboxMessage message(Topic topic, String key, Map<String, String> headers, String payload) {
        Instant now = clock.instant();
        return new OutboxMessage(topic.topicName(), key, headers, payload, now);
    }

    private static String keyOf(SecurityEvent<?> event) {
        if (event.accountId() != null) {
            return event.accountId().toString();
        }
        return event.ip() == null ? NO_KEY : event.ip();
    }

    private static String keyOf(Revocation revocation) {
        return switch (revocation.kind()) {
            case SESSION -> String.valueOf(revocation.sessionId());
            case ACCOUNT -> String.valueOf(revocation.accountId());
            case HEARTBEAT -> revocation.kind().toString();
        };
    }
}
