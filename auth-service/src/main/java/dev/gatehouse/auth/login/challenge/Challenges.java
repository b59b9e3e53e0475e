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
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens login challenges. */
@ApplicationScoped
public class Challenges {
    private static final int SMALLEST_NUMBER = 10;
    private static final int NUMBERS = 90;
    /** So much of its time must be left for a second login to join it. */
    private static final Duration JOINABLE_BEFORE_END = Duration.ofMinutes(2);

    private final SqlChallenges statements;
    private final Events events;
    private final RandomSecrets random;
    private final KeyedProof proof;
    private final ChallengeConfig config;
    private final IdGenerator ids;
    private final InstantSource clock;

    Challenges(
            SqlChallenges statements,
            Events events,
            RandomSecrets random,
            SharedKeys keys,
            ChallengeConfig config,
            IdGenerator ids,
            InstantSource clock) {
        this.statements = statements;
        this.events = events;
        this.random = random;
        this.proof = keys.proof(LoginChallenged.MATCH_NUMBER);
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A challenge that begins now: the address of the client must be verified. {@link #store} stores it. A second login
     * from the same place joins the first one while its link is open: same number, no second mail, same end.
     */
    public Uni<Challenge.Opened> addressVerification(Challenge.Terms terms, Duration lifetime) {
        return statements
                .joinable(terms, clock.instant().plus(JOINABLE_BEFORE_END))
                .map(first -> first.map(found -> joining(found, terms)).orElseGet(() -> fresh(terms, lifetime)));
    }

    private Challenge.Opened fresh(Challenge.Terms terms, Duration lifetime) {
        return opened(new Challenge(
                ids.next(),
                ChallengeKind.IP_VERIFICATION,
                ChallengeState.PENDING,
                SMALLEST_NUMBER + random.number(NUMBERS),
                clock.instant().plus(lifetime),
                terms,
                null,
                ChallengeMail.QUEUED));
    }

    private Challenge.Opened joining(Challenge first, Challenge.Terms terms) {
        return opened(new Challenge(
                ids.next(),
                ChallengeKind.IP_VERIFICATION,
                ChallengeState.PENDING,
                first.matchNumber(),
                first.expiresAt(),
                terms,
                first.reference(),
                first.mail()));
    }

    /** A challenge that begins now: the account must have a new password. {@link #store} stores it. */
    public Challenge.Opened passwordChange(Challenge.Terms terms) {
        return opened(new Challenge(
                ids.next(),
                ChallengeKind.PASSWORD_CHANGE,
                ChallengeState.PENDING,
                null,
                clock.instant().plus(config.passwordChangeLifetime()),
                terms,
                null,
                null));
    }

    private Challenge.Opened opened(Challenge challenge) {
        return new Challenge.Opened(challenge, Secret.of(random.next()));
    }

    /** Closes this approved challenge for one that asks for a new password; empty when it is closed already. */
    Uni<Optional<Challenge.Opened>> demandPassword(
            SqlConnection transaction, Challenge answered, PasswordChangeReason why) {
        Challenge.Opened next = passwordChange(answered.terms().demanding(why));
        return statements
                .redeem(transaction, answered.reference())
                .chain(won -> won
                        ? store(transaction, next, null).replaceWith(Optional.of(next))
                        : Uni.createFrom().item(Optional.<Challenge.Opened>empty()));
    }

    /**
     * Stores a challenge and publishes {@code login.challenged} in this transaction.
     *
     * @param then the challenge that follows when this one is answered; absent when a session follows
     */
    public Uni<Void> store(SqlConnection transaction, Challenge.Opened opened, @Nullable ChallengeKind then) {
        return statements
                .insert(transaction, opened)
                .chain(() -> events.publish(transaction, challenged(opened.challenge(), then)));
    }

    /** Other services learn neither the secret nor the number: of the number, a keyed proof only. */
    private SecurityEvent<LoginChallenged> challenged(Challenge challenge, @Nullable ChallengeKind then) {
        Challenge.Client client = challenge.terms().client();
        Integer number = challenge.matchNumber();
        LoginChallenged data = new LoginChallenged(
                client.audience(),
                challenge.reference(),
                challenge.kind(),
                challenge.expiresAt(),
                number == null ? null : proof.of(challenge.reference(), Integer.toString(number)),
                challenge.joins(),
                then,
                challenge.terms().passwordChange());
        return events.event(data, client.client().origin(Actor.ANONYMOUS))
                .about(challenge.terms().accountId())
                .within(challenge.terms().session().continues());
    }
}
