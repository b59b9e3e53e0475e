package dev.gatehouse.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, with who, about whom, from where and how it ended.
 *
 * <p>Built by {@link #of} and refined by the copying methods; the result is immutable.
 *
 * @param id UUIDv7, the key by which consumers recognise a repetition
 * @param time when it happened, by the producer's clock
 * @param service the producing service, such as {@code auth-service}
 * @param accountId about whom; absent where no account is concerned
 * @param reason a stable code such as {@code wrong_password}; absent on plain success
 * @param ip where from, in canonical text; absent for what services do by themselves
 * @param hostname the forward-confirmed host name, if it was known
 * @param userAgent as sent, cut to 512 characters
 * @param traceId the W3C trace that it belongs to
 */
public record SecurityEvent<D extends EventData>(
        UUID id,
        Instant time,
        String service,
        Actor actor,
        @Nullable UUID accountId,
        Outcome outcome,
        @Nullable String reason,
        @Nullable String ip,
        @Nullable String hostname,
        @Nullable String userAgent,
        @Nullable UUID sessionId,
        @Nullable String traceId,
        D data) {

    /** A success that the service itself caused; refine what differs. */
    public static <D extends EventData> SecurityEvent<D> of(UUID id, Instant time, String service, D data) {
        return new SecurityEvent<>(
                id, time, service, Actor.SYSTEM, null, Outcome.SUCCESS, null, null, null, null, null, null, data);
    }

    /** The type, from the data. */
    public EventType type() {
        return data.type();
    }

    /** The same, done by this actor. */
    public SecurityEvent<D> by(Actor newActor) {
        return new SecurityEvent<>(
                id, time, service, newActor, accountId, outcome, reason, ip, hostname, userAgent, sessionId, traceId,
                data);
    }

    /** The same, about this account. */
    public SecurityEvent<D> about(@Nullable UUID newAccountId) {
        return new SecurityEvent<>(
                id,
                time,
                service,
                actor,
                newAccountId,
                outcome,
                reason,
                ip,
                hostname,
                userAgent,
                sessionId,
                traceId,
                data);
    }

    /** The same, refused or failed for this reason. */
    public SecurityEvent<D> failed(String newReason) {
        return new SecurityEvent<>(
                id,
                time,
                service,
                actor,
                accountId,
                Outcome.FAILURE,
                newReason,
                ip,
                hostname,
                userAgent,
                sessionId,
                traceId,
                data);
    }

    /** The same, coming from this address and client program. */
    public SecurityEvent<D> from(@Nullable String newIp, @Nullable String newUserAgent) {
        return new SecurityEvent<>(
                id,
                time,
                service,
                actor,
                accountId,
                outcome,
                reason,
                newIp,
                hostname,
                newUserAgent,
                sessionId,
                traceId,
                data);
    }

    /** The same, within this session. */
    public SecurityEvent<D> within(@Nullable UUID newSessionId) {
        return new SecurityEvent<>(
                id,
                time,
                service,
                actor,
                accountId,
                outcome,
                reason,
                ip,
                hostname,
                userAgent,
                newSessionId,
                traceId,
                data);
    }

    /** The same, as part of this trace. */
    public SecurityEvent<D> traced(@Nullable String newTraceId) {
        return new SecurityEvent<>(
                id,
                time,
                service,
                actor,
                accountId,
                outcome,
                reason,
                ip,
                hostname,
                userAgent,
                sessionId,
                newTraceId,
                data);
    }
}
