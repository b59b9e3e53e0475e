package dev.gatehouse.contracts.event;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
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
        return new Draft<>(id, time, service, data).event();
    }

    /** The type, from the data. */
    public EventType type() {
        return data.type();
    }

    /** The same, done by this actor. */
    public SecurityEvent<D> by(Actor newActor) {
        return with(draft -> draft.actor = newActor);
    }

    /** The same, about this account. */
    public SecurityEvent<D> about(@Nullable UUID newAccountId) {
        return with(draft -> draft.accountId = newAccountId);
    }

    /** The same, rejected or failed for this reason. */
    public SecurityEvent<D> failed(String newReason) {
        return with(draft -> {
            draft.outcome = Outcome.FAILURE;
            draft.reason = newReason;
        });
    }

    /** The same, coming from this address and user agent. */
    public SecurityEvent<D> from(@Nullable String newIp, @Nullable String newUserAgent) {
        return with(draft -> {
            draft.ip = newIp;
            draft.userAgent = newUserAgent;
        });
    }

    /** The same, within this session. */
    public SecurityEvent<D> within(@Nullable UUID newSessionId) {
        return with(draft -> draft.sessionId = newSessionId);
    }

    /** The same, as part of this trace. */
    public SecurityEvent<D> traced(@Nullable String newTraceId) {
        return with(draft -> draft.traceId = newTraceId);
    }

    private SecurityEvent<D> with(Consumer<Draft<D>> change) {
        Draft<D> draft = new Draft<>(id, time, service, data);
        draft.actor = actor;
        draft.accountId = accountId;
        draft.outcome = outcome;
        draft.reason = reason;
        draft.ip = ip;
        draft.hostname = hostname;
        draft.userAgent = userAgent;
        draft.sessionId = sessionId;
        draft.traceId = traceId;
        change.accept(draft);
        return draft.event();
    }

    /** An event while it is being refined. */
    private static final class Draft<D extends EventData> {
        private final UUID id;
        private final Instant time;
        private final String service;
        private final D data;
        private Actor actor = Actor.SYSTEM;
        private @Nullable UUID accountId;
        private Outcome outcome = Outcome.SUCCESS;
        private @Nullable String reason;
        private @Nullable String ip;
        private @Nullable String hostname;
        private @Nullable String userAgent;
        private @Nullable UUID sessionId;
        private @Nullable String traceId;

        private Draft(UUID id, Instant time, String service, D data) {
            this.id = id;
            this.time = time;
            this.service = service;
            this.data = data;
        }

        private SecurityEvent<D> event() {
            return new SecurityEvent<>(
                    id, time, service, actor, accountId, outcome, reason, ip, hostname, userAgent, sessionId, traceId,
                    data);
        }
    }
}
