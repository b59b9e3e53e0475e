package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.login.challenge.CollectionOutcome.Closed;
import dev.gatehouse.auth.login.challenge.CollectionOutcome.Collected;
import dev.gatehouse.auth.login.challenge.CollectionOutcome.Pending;
import dev.gatehouse.auth.login.challenge.CollectionOutcome.Unknown;
import dev.gatehouse.auth.login.password.LoginJournal;
import dev.gatehouse.auth.login.password.LoginResult;
import dev.gatehouse.auth.session.grant.Grants;
import dev.gatehouse.auth.session.lifetime.OpenedSession;
import dev.gatehouse.auth.session.lifetime.SessionAccount;
import dev.gatehouse.chassis.security.secret.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;

/** Hands over the session of an approved sign-in, once. */
@ApplicationScoped
class Collection {
    private final ChallengeWait challenges;
    private final CollectedAccount account;
    private final CollectionRecords records;
    private final Grants grants;
    private final LoginJournal journal;
    private final InstantSource clock;

    Collection(
            ChallengeWait challenges,
            CollectedAccount account,
            CollectionRecords records,
            Grants grants,
            LoginJournal journal,
            InstantSource clock) {
        this.challenges = challenges;
        this.account = account;
        this.records = records;
        this.grants = grants;
        this.journal = journal;
        this.clock = clock;
    }

    Uni<CollectionOutcome> collect(Secret id, ChallengeClient asker) {
        return challenges.look(id, asker).chain(found -> found.map(this::collect)
                .orElseGet(() -> refused(new Unknown())));
    }

    private Uni<CollectionOutcome> collect(Challenge challenge) {
        return switch (challenge.state(clock.instant())) {
            case PENDING -> refused(new Pending());
            case APPROVED -> handOver(challenge);
            case DENIED, EXPIRED, COLLECTED -> refused(new Closed());
        };
    }

    private Uni<CollectionOutcome> handOver(Challenge challenge) {
        return account.of(challenge.begun().accountId()).chain(found -> handOver(challenge, found));
    }

    private Uni<CollectionOutcome> handOver(Challenge challenge, Optional<SessionAccount> found) {
        return found.filter(SessionAccount::active)
                .map(active -> records.open(challenge, active))
                .orElseGet(() -> records.refuse(challenge))
                .chain(opened ->
                        opened.map(session -> granted(session, challenge)).orElseGet(() -> refused(new Closed())));
    }

    private Uni<CollectionOutcome> granted(OpenedSession session, Challenge challenge) {
        journal.count(challenge.begun().client(), LoginResult.COLLECTED);
        return grants.of(session)
                .map(grant -> new Collected(grant, challenge.begun().wish().transport()));
    }

    private static Uni<CollectionOutcome> refused(CollectionOutcome why) {
        return Uni.createFrom().item(why);
    }
}
