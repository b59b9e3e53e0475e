package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The login challenges that wait for an address to be trusted. All methods but {@link #signal} join the caller's
 * {@code Transactions.run}.
 */
public interface PendingChallenges {
    /** Approves the pending challenges of this account whose client is in this network, and no others. */
    Uni<Void> approve(UUID accountId, IpNetwork network);

    /**
     * Denies the challenge with this reference; a closed one stays as it is. Returns the client of the login; empty
     * when the challenge is not known any more.
     */
    Uni<Optional<DeniedClient>> deny(UUID reference);

    /** Expires the challenge with this reference; a closed one stays as it is. */
    Uni<Void> expire(UUID reference);

    /** Notes what became of the mail of a challenge, and of those that joined it. */
    Uni<Void> mail(UUID reference, MailState state, @Nullable Instant resendAt, @Nullable String reason);

    /** Signals waiting clients of this account to read the database, after a commit. */
    void signal(UUID accountId);

    /** What became of the mail that a waiting client needs. */
    enum MailState {
        /** It is about to be sent. */
        QUEUED("queued"),
        /** The mail server took it. */
        SENT("sent"),
        /** A limit keeps it back. */
        WITHHELD("withheld"),
        /** It could not be sent. */
        FAILED("failed");

        private final String wireName;

        MailState(String wireName) {
            this.wireName = wireName;
        }

        /** The name in JSON. */
        @Override
        public String toString() {
            return wireName;
        }
    }

    /** The client of a denied login. */
    record DeniedClient(String ip, @Nullable String userAgent) {}
}
