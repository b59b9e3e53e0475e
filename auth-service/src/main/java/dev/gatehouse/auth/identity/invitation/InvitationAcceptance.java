package dev.gatehouse.auth.identity.invitation;

import dev.gatehouse.auth.credential.password.PasswordHashing;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.event.PasswordChanged;
import dev.gatehouse.contracts.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Takes an invitation up: once, while it is open, and while its account still waits for it. */
@ApplicationScoped
class InvitationAcceptance {
    private final PanacheInvitations store;
    private final Accounts accounts;
    private final PasswordHashing hashing;
    private final Transactions transactions;
    private final InstantSource clock;
    private final News news;

    InvitationAcceptance(
            PanacheInvitations store,
            Accounts accounts,
            PasswordHashing hashing,
            Transactions transactions,
            InstantSource clock,
            News news) {
        this.store = store;
        this.accounts = accounts;
        this.hashing = hashing;
        this.transactions = transactions;
        this.clock = clock;
        this.news = news;
    }

    /** The account that waits behind this link; empty for a link that leads nowhere, whatever the reason. */
    Uni<Optional<Waiting>> find(Secret token) {
        byte[] hash = InvitationSecrets.hash(token);
        return transactions.read(() -> store.bySecretHash(hash)
                .map(found -> found.filter(row -> row.openAt(clock.instant())))
                .chain(found -> found.map(this::waiting).orElse(Uni.createFrom().item(Optional.empty()))));
    }

    /**
     * Gives the account its first password. The password has passed the rule; it is hashed only for a link that leads
     * somewhere, so that nobody makes this service hash for nothing.
     *
     * @return whether the account is active now
     */
    Uni<Boolean> accept(Waiting waiting, Secret password, Origin origin) {
        Origin owner = origin.as(waiting.account().owner());
        return hashing.hash(password).chain(stored -> transactions.run(() -> take(waiting, stored, owner)));
    }

    private Uni<Optional<Waiting>> waiting(InvitationRow row) {
        return accounts.byId(row.accountId)
                .map(found -> found.filter(account -> account.status() == AccountStatus.INVITED))
                .map(found -> found.map(account -> new Waiting(row.id, account)));
    }

    private Uni<Boolean> take(Waiting waiting, StoredPassword password, Origin owner) {
        return store.accept(waiting.invitationId(), clock.instant())
                .chain(mine -> mine
                        ? setPassword(waiting, password, owner)
                        : Uni.createFrom().item(false));
    }

    private Uni<Boolean> setPassword(Waiting waiting, StoredPassword password, Origin owner) {
        return accounts.setFirstPassword(waiting.account().id(), password, owner)
                .chain(outcome -> switch (outcome) {
                    case AccountOutcome.Done done ->
                        news.passwordChosen(done.account().id(), owner).replaceWith(true);
                    case AccountOutcome.Refused refused ->
                        store.giveBack(waiting.invitationId()).replaceWith(false);
                });
    }

    /** An open invitation and whose it is. */
    record Waiting(UUID invitationId, Account account) {}

    /** Tells of the first password, in the transaction that sets it. */
    @Singleton
    static final class News {
        private final Events events;

        @Inject
        News(Events events) {
            this.events = events;
        }

        Uni<Void> passwordChosen(UUID accountId, Origin owner) {
            return events.publish(events.event(new PasswordChanged(0), owner).about(accountId));
        }
    }
}
