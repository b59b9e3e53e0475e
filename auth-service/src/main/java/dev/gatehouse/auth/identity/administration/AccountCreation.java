package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.auth.credential.password.Credentials.NewPassword;
import dev.gatehouse.auth.credential.policy.NewPasswords;
import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.identity.administration.IdempotencyKeys.Claim;
import dev.gatehouse.auth.identity.administration.IdempotencyKeys.Repetition;
import dev.gatehouse.auth.identity.invitation.Invitations;
import dev.gatehouse.auth.session.lifetime.Authority;
import dev.gatehouse.chassis.database.DatabaseFailure;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Creates an account, once per idempotency key, and invites its owner if it has no password. */
@ApplicationScoped
class AccountCreation {
    private final Accounts accounts;
    private final NewPasswords passwords;
    private final Invitations invitations;
    private final IdempotencyKeys keys;
    private final Authority authority;
    private final Transactions transactions;

    AccountCreation(
            Accounts accounts,
            NewPasswords passwords,
            Invitations invitations,
            IdempotencyKeys keys,
            Authority authority,
            Transactions transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.invitations = invitations;
        this.keys = keys;
        this.authority = authority;
        this.transactions = transactions;
    }

    /**
     * A request that loses a race for the e-mail address or the key is run again and finds what the other one created.
     */
    Uni<CreationOutcome> create(NewAccountCommand command, Optional<Claim> claim, Origin origin) {
        return transactions
                .read(() -> keys.find(claim))
                .chain(repetition -> unlessRepeated(repetition, () -> first(command, claim, origin)))
                .onFailure(DatabaseFailure::isDuplicate)
                .retry()
                .atMost(1);
    }

    /**
     * Judges and hashes outside of a session, then looks for the key again: if the same request is running twice, the
     * address that the other one has just taken must not be reported as taken.
     */
    private Uni<CreationOutcome> first(NewAccountCommand command, Optional<Claim> claim, Origin origin) {
        return accept(command)
                .chain(password -> transactions.run(() -> authority
                        .requireAdmin(origin)
                        .chain(() -> keys.find(claim))
                        .chain(repetition -> unlessRepeated(
                                repetition, () -> open(command, password.orElse(null), claim, origin)))));
    }

    private Uni<CreationOutcome> unlessRepeated(Repetition repetition, Supplier<Uni<CreationOutcome>> work) {
        return switch (repetition) {
            case Repetition.KeyReused reused -> Uni.createFrom().item(new CreationOutcome.KeyReused());
            case Repetition.Same same -> transactions.read(() -> created(same.resourceId()));
            case Repetition.None none -> work.get();
        };
    }

    private Uni<Optional<NewPassword>> accept(NewAccountCommand command) {
        return command.password() == null
                ? Uni.createFrom().item(Optional.empty())
                : passwords
                        .accept("password", command.password(), command.owner())
                        .map(Optional::of);
    }

    private Uni<CreationOutcome> open(
            NewAccountCommand command, @Nullable NewPassword password, Optional<Claim> claim, Origin origin) {
        return accounts.open(command.opening().with(password), origin).chain(outcome -> complete(outcome, claim));
    }

    private Uni<CreationOutcome> complete(AccountOutcome outcome, Optional<Claim> claim) {
        return switch (outcome) {
            case AccountOutcome.Refused refused -> Uni.createFrom().item(new CreationOutcome.Refused(refused.why()));
            case AccountOutcome.Done done ->
                keys.store(claim, done.account().id())
                        .chain(() -> invite(done.account()))
                        .map(nothing -> new CreationOutcome.Created(done.account()));
        };
    }

    private Uni<Void> invite(Account account) {
        return account.status() == AccountStatus.INVITED
                ? invitations.invite(account)
                : Uni.createFrom().voidItem();
    }

    private Uni<CreationOutcome> created(UUID id) {
        return accounts.byId(id)
                .map(Optional::orElseThrow)
                .map((Account account) -> new CreationOutcome.Created(account));
    }
}
