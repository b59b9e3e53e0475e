package dev.gatehouse.auth.identity.bootstrap;

import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.identity.account.RequiredPasswordChange;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.address.EmailAddress;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.log.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lifts the requirement of a new password from the account that the operator names, at the start of the service: for a
 * last administrator whom no mail reaches. Lifting it again changes nothing, so the setting may stay for a while.
 */
@ApplicationScoped
class BreakGlass {
    private static final Log LOG = Log.of(BreakGlass.class);
    private static final String REASON = "by the operator's configuration";

    private final BootstrapConfig config;
    private final Accounts accounts;
    private final RequiredPasswordChange passwords;
    private final Transactions transactions;

    BreakGlass(BootstrapConfig config, Accounts accounts, RequiredPasswordChange passwords, Transactions transactions) {
        this.config = config;
        this.accounts = accounts;
        this.passwords = passwords;
        this.transactions = transactions;
    }

    void onStart(@Observes StartupEvent start) throws Throwable {
        VertxContextSupport.subscribeAndAwait(this::waive);
    }

    /** Does nothing unless an account is named that must have a new password. */
    Uni<Void> waive() {
        return config.waivePasswordChangeOf()
                .flatMap(EmailAddress::parse)
                .map(this::waive)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> waive(EmailAddress email) {
        return accounts.byEmail(email).chain(found -> found.filter(account -> account.passwordChange() != null)
                .map(account -> transactions
                        .run(() -> passwords.waive(account.id(), REASON, Origin.OPERATOR))
                        .invoke(done -> LOG.with("accountId", account.id())
                                .warn("No new password is required any more, by configuration"))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
