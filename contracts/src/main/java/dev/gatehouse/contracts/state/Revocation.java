package dev.gatehouse.contracts.state;

import dev.gatehouse.contracts.event.SessionEnd;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that must not be accepted any more, on {@link dev.gatehouse.contracts.topic.Topic#REVOCATIONS}.
 *
 * @param sessionId the session that ended; only for {@link Kind#SESSION}
 * @param accountId whose sessions ended; only for {@link Kind#ACCOUNT}
 * @param notBefore sessions of the account that started before this are over; only for {@link Kind#ACCOUNT}
 * @param why how the sessions ended, as {@link SessionEnd} names it, for clients that are connected; text, so that a
 *     service that does not know a new way of ending still hears of the end
 */
public record Revocation(
        Kind kind,
        @Nullable UUID sessionId,
        @Nullable UUID accountId,
        @Nullable Instant notBefore,
        @Nullable String why) {

    /** One session is over. */
    public static Revocation ofSession(UUID sessionId) {
        return new Revocation(Kind.SESSION, sessionId, null, null, null);
    }

    /** Every session of the account that started before this is over. */
    public static Revocation ofAccount(UUID accountId, Instant notBefore) {
        return new Revocation(Kind.ACCOUNT, null, accountId, notBefore, null);
    }

    /** The same, with how the sessions ended. */
    public Revocation because(SessionEnd end) {
        return new Revocation(kind, sessionId, accountId, notBefore, end.toString());
    }

    /** Nothing was revoked; a reader that receives it knows that the feed works. */
    public static Revocation heartbeat() {
        return new Revocation(Kind.HEARTBEAT, null, null, null, null);
    }

    /** What is revoked. */
    public enum Kind {
        /** One session. */
        SESSION("session"),
        /** An account's sessions up to a moment. */
        ACCOUNT("account"),
        /** Nothing. */
        HEARTBEAT("heartbeat");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        /** The name in JSON. */
        @Override
        public String toString() {
            return wireName;
        }
    }
}
