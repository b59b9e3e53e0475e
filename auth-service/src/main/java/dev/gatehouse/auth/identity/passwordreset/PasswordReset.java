package dev.gatehouse.auth.identity.passwordreset;

import dev.gatehouse.auth.credential.password.Credentials.NewPassword;
import dev.gatehouse.auth.credential.policy.NewPasswords;
import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.identity.passwordform.LinkSecrets;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.event.PasswordChanged;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Sets a new password by a mailed link, once, and ends every session of the account. It opens none: second factors and
 * new places are asked for at the next login, as always.
 */
@ApplicationScoped
class PasswordReset {
    private static final String FIELD = "newPassword";

    private final PanachePasswordResets store;
    private final Accounts accounts;
    private final NewPasswords passwords;
    private final Sessions sessions;
    private final Transactions transactions;
    private final Events events;
    private final InstantSource clock;

    PasswordReset(
            PanachePasswordResets store,
            Accounts accounts,
            NewPasswords passwords,
            Sessions sessions,
            Transactions transactions,
            Events events,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** The open link with this secret; empty for an unknown, used, replaced or expired one alike. */
    Uni<Optional<OpenReset>> find(Secret token) {
        byte[] hash = LinkSecrets.hash(token);
        return transactions.read(() -> store.bySecretHash(hash)
                .map(found -> found.filter(row -> row.openAt(clock.instant())))
                .chain(found ->
                        found.map(this::withAccount).orElse(Uni.createFrom().item(Optional.empty()))));
    }

    /**
     * Gives the account its new password. Fails with 422 when it breaks the policy. Judged and hashed only for an open
     * link, so that others cost nothing and learn nothing of the policy.
     *
     * @return whether the password was set; false when the link was used or replaced meanwhile
     */
    Uni<Boolean> reset(OpenReset open, Secret password, Origin origin) {
        Account account = open.account();
        NewPasswords.Owner its =
                new NewPasswords.Owner(account.kind(), account.id(), account.email(), account.displayName());
        return passwords
                .accept(FIELD, password, its)
                .chain(accepted -> transactions.run(() -> use(open, accepted, origin.as(account.owner()))));
    }

    private Uni<Optional<OpenReset>> withAccount(PasswordResetRow row) {
        Instant offeredAt = Objects.requireNonNull(row.offeredAt, "An open link was offered");
        return accounts.byId(Objects.requireNonNull(row.accountId, "An offered link has an account"))
                .map(found -> found.filter(account -> isGood(account, offeredAt))
                        .map(account -> new OpenReset(row.id, offeredAt, account)));
    }

    /** A link from before another change of the password would undo that. */
    private static boolean isGood(Account account, Instant offeredAt) {
        Instant changedAt = account.passwordChangedAt();
        return account.status() == AccountStatus.ACTIVE && (changedAt == null || !changedAt.isAfter(offeredAt));
    }

    /** The account is locked first, as by everything that touches its links. */
    private Uni<Boolean> use(OpenReset open, NewPassword password, Origin owner) {
        return accounts.hold(open.account().id())
                .map(held -> held.filter(account -> isGood(account, open.offeredAt())))
                .chain(good -> good.isPresent()
                        ? store.use(open.resetId(), clock.instant())
                        : Uni.createFrom().item(false))
                .chain(mine -> mine
                        ? set(open.account().id(), password, owner)
                        : Uni.createFrom().item(false));
    }

    private Uni<Boolean> set(UUID accountId, NewPassword password, Origin owner) {
        return accounts.resetPassword(accountId, password, owner).chain(outcome -> switch (outcome) {
            case AccountOutcome.Done done ->
                sessions.endAll(accountId, SessionEnd.PASSWORD_CHANGED, owner)
                        .chain(ended -> events.publish(
                                events.event(new PasswordChanged(ended), owner).about(accountId)))
                        .replaceWith(true);
            case AccountOutcome.Refused refused -> Uni.createFrom().item(false);
        });
    }

    /**
     * An open link and its account.
     *
     * @param offeredAt when it was mailed
     */
    record OpenReset(UUID resetId, Instant offeredAt, Account account) {}
}
