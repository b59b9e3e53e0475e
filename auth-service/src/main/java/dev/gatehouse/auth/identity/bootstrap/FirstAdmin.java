package dev.gatehouse.auth.identity.bootstrap;

import dev.gatehouse.auth.credential.password.Credentials.NewPassword;
import dev.gatehouse.auth.credential.policy.NewPasswords;
import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.identity.adminright.AdminRights;
import dev.gatehouse.chassis.database.DatabaseFailure;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import dev.gatehouse.contracts.identity.AccountKind;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Creates the first administrator if there is none. The start of the service waits for it, so that an administrator can
 * log in as soon as the service is ready.
 */
@ApplicationScoped
class FirstAdmin {
    private static final Log LOG = Log.of(FirstAdmin.class);
    private static final String NAME = "Administrator";
    private static final String REASON = "first administrator, by configuration";

    private final BootstrapConfig config;
    private final Accounts accounts;
    private final AdminRights rights;
    private final NewPasswords passwords;
    private final Transactions transactions;

    FirstAdmin(
            BootstrapConfig config,
            Accounts accounts,
            AdminRights rights,
            NewPasswords passwords,
            Transactions transactions) {
        this.config = config;
        this.accounts = accounts;
        this.rights = rights;
        this.passwords = passwords;
        this.transactions = transactions;
    }

    void onStart(@Observes StartupEvent start) {
        try {
            VertxContextSupport.subscribeAndAwait(this::ensure);
        } catch (RuntimeException sentence) {
            throw sentence;
        } catch (Throwable fault) {
            throw new IllegalStateException("Whether there is an administrator could not be determined", fault);
        }
    }

    /** Does nothing if there is an administrator; fails with a sentence for the operator. */
    Uni<Void> ensure() {
        return accounts.anyAdmin()
                .chain(any -> any ? Uni.createFrom().voidItem() : createFromConfig())
                .onFailure(DatabaseFailure::isDuplicate)
                .retry()
                .atMost(1);
    }

    private Uni<Void> createFromConfig() {
        Optional<FirstAdminCommand> command = FirstAdminCommand.read(config);
        if (command.isEmpty()) {
            LOG.warn(
                    "There is no administrator yet: set GATEHOUSE_AUTH_BOOTSTRAP_ADMIN_EMAIL and GATEHOUSE_AUTH_BOOTSTRAP_ADMIN_PASSWORD_FILE and start again");
            return Uni.createFrom().voidItem();
        }
        return passwords
                .accept("password", command.get().password(), owner(command.get()))
                .onFailure(ProblemException.class)
                .transform(FirstAdmin::refused)
                .chain(password -> transactions.run(() -> create(command.get(), password)));
    }

    /** Checks again, because another replica may have been faster. */
    private Uni<Void> create(FirstAdminCommand command, NewPassword password) {
        return accounts.anyAdmin().chain(any -> any ? Uni.createFrom().voidItem() : open(command, password));
    }

    private Uni<Void> open(FirstAdminCommand command, NewPassword password) {
        Accounts.Opening opening =
                new Accounts.Opening(AccountKind.AGENT, command.email(), NAME, "en", "UTC", password);
        return accounts.open(opening, Origin.OPERATOR)
                .map(FirstAdmin::opened)
                .chain(account -> rights.grant(account.id(), REASON, Origin.OPERATOR))
                .map(FirstAdmin::opened)
                .invoke(account -> LOG.with("accountId", account.id()).info("The first administrator was created"))
                .replaceWithVoid();
    }

    private static NewPasswords.Owner owner(FirstAdminCommand command) {
        return new NewPasswords.Owner(AccountKind.AGENT, null, command.email().written(), NAME);
    }

    private static RefusedSetting refused(Throwable refusal) {
        return FirstAdminCommand.invalid("Its password "
                + ((ProblemException) refusal)
                        .violations().stream().map(Violation::message).collect(Collectors.joining("; ")));
    }

    private static Account opened(AccountOutcome outcome) {
        return switch (outcome) {
            case AccountOutcome.Done done -> done.account();
            case AccountOutcome.Refused refused ->
                throw new RefusedSetting("The first administrator cannot be created: "
                        + refused.why().detail());
        };
    }
}
