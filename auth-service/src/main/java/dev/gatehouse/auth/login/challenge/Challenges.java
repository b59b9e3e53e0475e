package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.security.secret.KeyedProof;
import dev.gatehouse.chassis.security.secret.RandomSecrets;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.chassis.security.secret.SharedKeys;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.ChallengeKind;
import dev.gatehouse.contracts.event.LoginChallenged;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Opens login challenges. */
@ApplicationScoped
public class Challenges {
    private static final int SMALLEST_NUMBER = 10;
    private static final int NUMBERS = 90;

    private final SqlChallenges statements;
    private final Events events;
    private final RandomSecrets random;
    private final KeyedProof proof;
    private final IdGenerator ids;
    private final InstantSource clock;

    Challenges(
            SqlChallenges statements,
            Events events,
            RandomSecrets random,
            SharedKeys keys,
            IdGenerator ids,
            InstantSource clock) {
        this.statements = statements;
        this.events = events;
        this.random = random;
        this.proof = keys.proof(LoginChallenged.MATCH_NUMBER);
        this.ids = ids;
        this.clock = clock;
    }

    /** A challenge that begins now: the address of the client must be verified. {@link #store} stores it. */
    public Challenge.Opened addressVerification(Challenge.Terms terms) {
        Challenge challenge = new Challenge(
                ids.next(),
                ChallengeKind.IP_VERIFICATION,
                ChallengeState.PENDING,
                SMALLEST_NUMBER + random.number(NUMBERS),
                clock.instant().plus(terms.lifetime()),
                terms);
        return new Challenge.Opened(challenge, Secret.of(random.next()));
    }

    /**
     * Stores a challenge and publishes {@code login.challenged} in this transaction; both statements are sent at once.
     */
    public Uni<Void> store(SqlConnection transaction, Challenge.Opened opened) {
        return Uni.combine()
                .all()
                .unis(
                        statements.insert(transaction, opened),
                        events.publish(transaction, challenged(opened.challenge())))
                .discardItems();
    }

    /** Other services learn neither the secret nor the number: of the number, a keyed proof only. */
    private SecurityEvent<LoginChallenged> challenged(Challenge challenge) {
        ChallengeClient client = challenge.terms().client();
        LoginChallenged data = new LoginChallenged(
                client.audience(),
                challenge.reference(),
                challenge.kind(),
                challenge.expiresAt(),
                proof.of(challenge.reference(), Integer.toString(challenge.matchNumber())));
        return events.event(data, client.client().origin(Actor.ANONYMOUS))
                .about(challenge.terms().accountId());
    }
}
