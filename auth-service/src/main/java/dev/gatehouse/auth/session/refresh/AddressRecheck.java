package dev.gatehouse.auth.session.refresh;

import dev.gatehouse.auth.session.lifetime.OpenSessions;
import dev.gatehouse.auth.session.lifetime.Session.Rotation;
import dev.gatehouse.auth.session.lifetime.SessionTerms;
import dev.gatehouse.auth.session.refresh.AddressProof.Demand;
import dev.gatehouse.auth.token.RefreshToken.Transport;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Refreshes a session, unless its client must prove its address first. The settings say whether addresses are looked at
 * again; where they are, a refresh of an agent costs one statement more, because trust may end at any moment.
 */
@ApplicationScoped
class AddressRecheck {
    private final SessionTerms terms;
    private final OpenSessions openSessions;
    private final AddressProof proof;
    private final Refresh refresh;

    AddressRecheck(SessionTerms terms, OpenSessions openSessions, AddressProof proof, Refresh refresh) {
        this.terms = terms;
        this.openSessions = openSessions;
        this.proof = proof;
        this.refresh = refresh;
    }

    /** A token that is not the current one of an open session is judged as ever, wherever it comes from. */
    Uni<RefreshOutcome> attempt(Rotation.Attempt attempt, Transport transport) {
        if (attempt.kind() != AccountKind.AGENT || !terms.of(attempt.kind()).recheckAddress()) {
            return refresh.attempt(attempt);
        }
        return proof.isTrusted(attempt.token().sessionId(), attempt.client())
                .chain(trusted ->
                        trusted ? Uni.createFrom().item(Optional.<Demand>empty()) : demand(attempt, transport))
                .chain(demanded -> demanded.map(
                                demand -> Uni.createFrom().<RefreshOutcome>item(new RefreshOutcome.Challenged(demand)))
                        .orElseGet(() -> refresh.attempt(attempt)));
    }

    private Uni<Optional<Demand>> demand(Rotation.Attempt attempt, Transport transport) {
        return openSessions.presented(attempt).chain(found -> found.map(
                        session -> proof.demand(session, attempt.client(), transport))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }
}
