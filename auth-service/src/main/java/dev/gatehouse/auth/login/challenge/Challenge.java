package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.token.RefreshToken.Transport;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.ChallengeKind;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.identity.Audience;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A login challenge as it was when it was read.
 *
 * @param reference identifies it among services; not a secret
 * @param state at the time of reading
 * @param matchNumber only of an address verification
 * @param terms what it was opened with
 * @param joins the challenge whose verification answers this one too
 * @param mail the mail that the client waits for; only of an address verification
 */
public record Challenge(
        UUID reference,
        ChallengeKind kind,
        ChallengeState state,
        @Nullable Integer matchNumber,
        Instant expiresAt,
        Terms terms,
        @Nullable UUID joins,
        @Nullable ChallengeMail mail) {
    /** Whether the mail that its client needs will not come. */
    boolean lacksMail() {
        return mail != null && mail.isMissing();
    }

    /** The same challenge, asked for by its client from where it is now. */
    Challenge askedForBy(Client client) {
        Terms now = new Terms(terms.accountId, client, terms.passwordSetAt, terms.passwordChange, terms.session);
        return new Challenge(reference, kind, state, matchNumber, expiresAt, now, joins, mail);
    }

    /**
     * The input for opening a challenge.
     *
     * @param passwordSetAt identifies the password that was checked
     * @param passwordChange why a new password is needed before there is a session; absent when none is
     * @param session the session to open once it is approved
     */
    public record Terms(
            UUID accountId,
            Client client,
            Instant passwordSetAt,
            @Nullable PasswordChangeReason passwordChange,
            RequestedSession session) {
        /** The same terms, with a new password first. */
        Terms demanding(PasswordChangeReason why) {
            return new Terms(accountId, client, passwordSetAt, why, session);
        }
    }

    /**
     * A session that was requested with a login.
     *
     * @param methods how the person has authenticated so far (RFC 8176)
     * @param continues the open session that goes on when the address is proven; absent when one is to be opened
     */
    public record RequestedSession(
            List<String> methods,
            boolean rememberMe,
            Transport transport,
            @Nullable UUID continues) {
        /** Copies. */
        public RequestedSession {
            methods = List.copyOf(methods);
        }
    }

    /**
     * A challenge together with the secret that its client holds.
     *
     * @param id the bearer secret; stored as a hash only
     */
    public record Opened(Challenge challenge, Secret id) {}

    /** The client that a challenge is bound to: its API, its place and its user agent. */
    public record Client(Audience audience, SessionClient client) {
        /** This client as the origin of what the owner of the account does there without a session. */
        Origin origin(UUID accountId) {
            return client.origin(audience == Audience.USER ? Actor.user(accountId) : Actor.agent(accountId));
        }
    }
}
