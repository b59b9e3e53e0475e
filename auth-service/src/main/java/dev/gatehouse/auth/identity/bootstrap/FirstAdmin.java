package dev.gatehouse.auth.identity.bootstrap;

import dev.gatehouse.auth.credential.password.PasswordHashing;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.identity.adminright.AdminRights;
import dev.gatehouse.chassis.database.DatabaseFailure;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/** Creates the first administrator, if there is none. */
@ApplicationScoped
class FirstAdmin {
    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);
    private static final String NAME = "Administrator";
    private static final String REASON = "first administrator, by configuration";

    private final FirstAdminConfig settings;
    private final Accounts accounts;
    private final AdminRights rights;
    private final PasswordHashing hashing;
    private final Transactions transactions;

    FirstAdmin(
            FirstAdminConfig settings,
            Accounts accounts,
            AdminRights rights,
            PasswordHashing hashing,
            Transactions transactions) {
        this.settings = settings;
        this.accounts = accounts;
        this.rights = rights;
        this.hashing = hashing;
        this.transactions = transactions;
    }

    /** Does nothing once somebody has the right; fails with a sentence for the operator. */
    Uni<Void> ensure() {
        return transactions
                .read(accounts::anyAdmin)
                .chain(any -> any ? Uni.createFrom().voidItem() : createFromSettings())
                .onFailure(DatabaseFailure::isDuplicate)
                .retry()
                .atMost(1);
    }

    private Uni<Void> createFromSettings() {
        Optional<FirstAdminWish> wish = FirstAdminWish.read(settings);
        if (wish.isEmpty()) {
            LOG.warn("There is no administrator yet: set GATEHOUSE_AUTH_FIRST_ADMIN_EMAIL and"
                    + " GATEHOUSE_AUTH_FIRST_ADMIN_PASSWORD_FILE and start again");
            return Uni.createFrom().voidItem();
        }
        return hashing.hash(wish.get().password())
                .chain(password -> transactions.run(() -> create(wish.get(), password)));
    }

    /** Looks again, because another replica may have been quicker. */
    private Uni<Void> create(FirstAdminWish wish, StoredPassword password) {
        return accounts.anyAdmin().chain(any -> any ? Uni.createFrom().voidItem() : open(wish, password));
    }

    private Uni<Void> open(FirstAdminWish wish, StoredPassword password) {
        Accounts.Opening opening = new Accounts.Opening(AccountKind.AGENT, wish.email(), NAME, "en", "UTC", password);
        return accounts.open(opening, Origin.OPERATOR)
                .map(FirstAdmin::opened)
                .chain(account -> rights.grant(account.id(), OptionalLong.empty(), REASON, null, Origin.OPERATOR))
                .map(FirstAdmin::opened)
                .invoke(account -> LOG.infof("The first administrator was created subject=%s", account.id()))
                .replaceWithVoid();
    }

    private static Account opened(AccountOutcome outcome) {
        return switch (outcome) {
            case AccountOutcome.Done done -> done.account();
            case AccountOutcome.Refused refused ->
                throw new IllegalStateException("The first administrator cannot be created: "
                        + refused.why().detail());
        };
    }
}
