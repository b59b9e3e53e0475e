package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.auth.credential.password.PasswordHashing;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.identity.administration.NewAccountRequest.NewAccount;
import dev.gatehouse.auth.identity.invitation.Invitations;
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

/** Creates an account, once per idempotency key. */
@ApplicationScoped
class AccountCreation {
    private final Accounts accounts;
    private final PasswordHashing hashing;
    private final Invitations invitations;
    private final IdempotencyKeys keys;
    private final Transactions transactions;

    AccountCreation(
            Accounts accounts,
            PasswordHashing hashing,
            Invitations invitations,
            IdempotencyKeys keys,
            Transactions transactions) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.invitations = invitations;
        this.keys = keys;
        this.transactions = transactions;
    }

    /** Creates it; whoever loses a race for the address or the key looks again and finds what the winner made. */
    Uni<CreationOutcome> create(NewAccount wish, Optional<IdempotencyClaim> claim, Origin origin) {
        return transactions
                .read(() -> keys.find(claim))
                .chain(repetition -> unlessRepeated(repetition, () -> first(wish, claim, origin)))
                .onFailure(DatabaseFailure::isDuplicate)
                .retry()
                .atMost(1)
                .invoke(invitations::wake);
    }

    /**
     * Hashes without a session, then looks for the key again: the request may have come twice at once, and the address
     * that the other one has just taken must not be reported as taken.
     */
    private Uni<CreationOutcome> first(NewAccount wish, Optional<IdempotencyClaim> claim, Origin origin) {
        return hash(wish)
                .chain(password -> transactions.run(() -> keys.find(claim)
                        .chain(repetition ->
                                unlessRepeated(repetition, () -> open(wish, password.orElse(null), claim, origin)))));
    }

    private Uni<CreationOutcome> unlessRepeated(Repetition repetition, Supplier<Uni<CreationOutcome>> work) {
        return switch (repetition) {
            case Repetition.KeyReused reused -> Uni.createFrom().item(new CreationOutcome.KeyReused());
            case Repetition.Same same -> transactions.read(() -> created(same.resourceId()));
            case Repetition.None none -> work.get();
        };
    }

    private Uni<Optional<StoredPassword>> hash(NewAccount wish) {
        return wish.password() == null
                ? Uni.createFrom().item(Optional.empty())
                : hashing.hash(wish.password()).map(Optional::of);
    }

    private Uni<CreationOutcome> open(
            NewAccount wish, @Nullable StoredPassword password, Optional<IdempotencyClaim> claim, Origin origin) {
        Accounts.Opening opening = new Accounts.Opening(
                wish.kind(), wish.email(), wish.displayName(), wish.locale(), wish.timeZone(), password);
        return accounts.open(opening, origin).chain(outcome -> complete(outcome, claim));
    }

    private Uni<CreationOutcome> complete(AccountOutcome outcome, Optional<IdempotencyClaim> claim) {
        return switch (outcome) {
            case AccountOutcome.Refused refused -> Uni.createFrom().item(new CreationOutcome.Refused(refused.why()));
            case AccountOutcome.Done done ->
                keys.note(claim, done.account().id())
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
