package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.login.challenge.ChallengeResponse.ChallengedResponse;
import dev.gatehouse.auth.login.iptrust.Trust;
import dev.gatehouse.auth.login.iptrust.Trusts;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.session.lifetime.SessionAccounts;
import dev.gatehouse.auth.session.refresh.AddressProof;
import dev.gatehouse.auth.token.RefreshToken.Transport;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.contracts.identity.Audience;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Asks the client of an open session to prove its address, by the challenge that a login from there would meet. */
@ApplicationScoped
class SessionAddressProof implements AddressProof {
    private final Trusts trusts;
    private final SessionAccounts accounts;
    private final Challenges challenges;
    private final Transactions transactions;
    private final InstantSource clock;

    SessionAddressProof(
            Trusts trusts,
            SessionAccounts accounts,
            Challenges challenges,
            Transactions transactions,
            InstantSource clock) {
        this.trusts = trusts;
        this.accounts = accounts;
        this.challenges = challenges;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> isTrusted(UUID sessionId, SessionClient client) {
        return trusts.ofSession(sessionId)
                .map(trust -> trust.isOff()
                        || trust.requireTrusted(client.address(), clock.instant()) == Trust.Verdict.ADMIT);
    }

    @Override
    public Uni<Optional<Demand>> demand(Session session, SessionClient client, Transport transport) {
        return accounts.find(session.accountId())
                .chain(account -> trusts.ofSession(session.id()).map(trust -> account.filter(
                                found -> trust.decide(found.kind(), found.admin(), client.address(), clock.instant())
                                        == Trust.Verdict.VERIFY)
                        .map(found -> trust)))
                .chain(demanded -> demanded.map(trust ->
                                open(terms(session, client, transport), trust).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Demand> open(Challenge.Terms terms, Trust trust) {
        return challenges
                .addressVerification(terms, trust.verificationLifetime())
                .call(opened -> transactions.runSql(tx -> challenges.store(tx, opened, null)))
                .map(opened -> new ChallengedResponse(ChallengeResponse.of(opened)));
    }

    /** No password was checked for it; the begin of the session stands in its place. */
    private static Challenge.Terms terms(Session session, SessionClient client, Transport transport) {
        return new Challenge.Terms(
                session.accountId(),
                new Challenge.Client(Audience.AGENT, client),
                session.createdAt(),
                null,
                new Challenge.RequestedSession(session.methods(), session.rememberMe(), transport, session.id()));
    }
}
