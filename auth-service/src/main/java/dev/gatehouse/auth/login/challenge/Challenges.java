package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.security.secret.KeyedProof;
import dev.gatehouse.chassis.security.secret.RandomSecrets;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.chassis.security.secret.SharedKeys;
import dev.gatehouse.contracts.event.ChallengeKind;
import dev.gatehouse.contracts.event.LoginChallenged;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The audience to waiting sign-ins; what takes a connection joins the transaction on it. */
@ApplicationScoped
public class Challenges {
    private static final int SMALLEST_NUMBER = 10;
    private static final int NUMBERS = 90;

    private final SqlChallenges statements;
    private final PanacheChallenges rows;
    private final RandomSecrets random;
    private final KeyedProof proof;
    private final IdGenerator ids;
    private final InstantSource clock;

    Challenges(
            SqlChallenges statements,
            PanacheChallenges rows,
            RandomSecrets random,
            SharedKeys keys,
            IdGenerator ids,
            InstantSource clock) {
        this.statements = statements;
        this.rows = rows;
        this.random = random;
        this.proof = keys.proof(LoginChallenged.MATCH_NUMBER);
        this.ids = ids;
        this.clock = clock;
    }

    /** A sign-in that waits for its address from now on; nothing is stored until {@link #store}. */
    public OpenedChallenge beginAddressVerification(NewChallenge wish) {
        Challenge challenge = new Challenge(
                ids.next(),
                ChallengeKind.IP_VERIFICATION,
                ChallengeState.PENDING,
                SMALLEST_NUMBER + random.number(NUMBERS),
                clock.instant().plus(wish.lifetime()),
                wish);
        return new OpenedChallenge(challenge, Secret.of(random.next()));
    }

    /** Stores what was begun. */
    public Uni<Void> store(SqlConnection transaction, OpenedChallenge opened) {
        return statements.insert(transaction, opened, clock.instant());
    }

    /** What other services are told of it: not its secret, and of its number only a proof. */
    public LoginChallenged told(OpenedChallenge opened) {
        Challenge challenge = opened.challenge();
        return new LoginChallenged(
                challenge.begun().client().audience(),
                challenge.reference(),
                challenge.kind(),
                challenge.expiresAt(),
                proof.of(challenge.reference(), Integer.toString(challenge.matchNumber())));
    }

    /** The waiting sign-in with this id, if it is this client's. */
    public Uni<Optional<Challenge>> find(Secret id, ChallengeClient asker) {
        return statements.find(id, asker);
    }

    /** Takes an approved one, for the session that is opened in the same transaction; true for one caller only. */
    public Uni<Boolean> collect(SqlConnection transaction, Challenge challenge) {
        return statements.collect(transaction, challenge.reference(), clock.instant());
    }

    /** Forgets those whose time was over before this, in the caller's {@code Transactions.run}; says how many. */
    public Uni<Long> forget(Instant expiredBefore) {
        return rows.forget(expiredBefore);
    }
}
