package dev.gatehouse.auth.identity.invitation;

import dev.gatehouse.auth.credential.password.Credentials.NewPassword;
import dev.gatehouse.auth.credential.policy.NewPasswords;
import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.identity.passwordform.LinkSecrets;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.event.PasswordChanged;
import dev.gatehouse.contracts.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Accepts an invitation: once, while it is open, and while its account is still invited. */
@ApplicationScoped
class InvitationAcceptance {
    private final PanacheInvitations store;
    private final Accounts accounts;
    private final NewPasswords passwords;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Events events;

    InvitationAcceptance(
            PanacheInvitations store,
            Accounts accounts,
            NewPasswords passwords,
            Transactions transactions,
            InstantSource clock,
            Events events) {
        this.store = store;
        this.accounts = accounts;
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
        this.events = events;
    }

    /** The open invitation of this link; empty for an unknown, used or expired link alike. */
    Uni<Optional<OpenInvitation>> find(Secret token) {
        byte[] hash = LinkSecrets.hash(token);
        return transactions.read(() -> store.bySecretHash(hash)
                .map(found -> found.filter(row -> row.openAt(clock.instant())))
                .chain(found ->
                        found.map(this::withAccount).orElse(Uni.createFrom().item(Optional.empty()))));
    }

    /**
     * Gives the account its first password. Fails with 422 when it breaks the policy. Judged and hashed only for a
     * valid link, so that invalid ones cost nothing.
     *
     * @return whether the account is active now
     */
    Uni<Boolean> accept(OpenInvitation invitation, Secret password, Origin origin) {
        Origin owner = origin.as(invitation.account().owner());
        Account account = invitation.account();
        NewPasswords.Owner its =
                new NewPasswords.Owner(account.kind(), account.id(), account.email(), account.displayName());
        return passwords
                .accept("password", password, its)
                .chain(accepted -> transactions.run(() -> take(invitation, accepted, owner)));
    }

    private Uni<Optional<OpenInvitation>> withAccount(InvitationRow row) {
        return accounts.byId(row.accountId)
                .map(found -> found.filter(account -> account.status() == AccountStatus.INVITED))
                .map(found -> found.map(account -> new OpenInvitation(row.id, account)));
    }

    private Uni<Boolean> take(OpenInvitation invitation, NewPassword password, Origin owner) {
        return store.accept(invitation.invitationId(), clock.instant())
                .chain(mine -> mine
                        ? setPassword(invitation, password, owner)
                        : Uni.createFrom().item(false));
    }

    private Uni<Boolean> setPassword(OpenInvitation invitation, NewPassword password, Origin owner) {
        return accounts.setFirstPassword(invitation.account().id(), password, owner)
                .chain(outcome -> switch (outcome) {
                    case AccountOutcome.Done done ->
                        events.publish(events.event(new PasswordChanged(0), owner)
                                        .about(done.account().id()))
                                .replaceWith(true);
                    case AccountOutcome.Refused refused ->
                        store.giveBack(invitation.invitationId()).replaceWith(false);
                });
    }

    /** An open invitation and its account. */
    record OpenInvitation(UUID invitationId, Account account) {}
}
