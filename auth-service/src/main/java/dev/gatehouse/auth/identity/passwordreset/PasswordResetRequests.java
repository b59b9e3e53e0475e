package dev.gatehouse.auth.identity.passwordreset;

import dev.gatehouse.auth.identity.account.AccountErasureListener;
import dev.gatehouse.auth.identity.passwordform.LinkSecrets;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.address.EmailAddress;
import dev.gatehouse.chassis.mail.queue.MailOrder;
import dev.gatehouse.chassis.mail.queue.MailQueue;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.contracts.event.PasswordResetRequested;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;

/**
 * Takes requests for a link to a new password, without a look at the accounts. Only the number of requests of the
 * client's network decides here, which says nothing about anybody. Fails closed.
 */
@ApplicationScoped
class PasswordResetRequests implements AccountErasureListener {
    static final Duration WINDOW = Duration.ofHours(1);

    /** What one customer of a provider has: who has it can come from each address in it. */
    private static final int IPV6_PREFIX = 48;

    private final PanachePasswordResets store;
    private final LinkSecrets secrets;
    private final PasswordResetConfig config;
    private final MailQueue mails;
    private final Transactions transactions;
    private final Events events;
    private final IdGenerator ids;
    private final InstantSource clock;

    PasswordResetRequests(
            PanachePasswordResets store,
            DerivedKeys keys,
            PasswordResetConfig config,
            MailQueue mails,
            Transactions transactions,
            Events events,
            IdGenerator ids,
            InstantSource clock) {
        this.store = store;
        this.secrets = new LinkSecrets(keys, PasswordResetMail.KIND);
        this.config = config;
        this.mails = mails;
        this.transactions = transactions;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes the request, or withholds it; nobody is told which. */
    Uni<Void> request(AccountKind audience, EmailAddress email, Origin origin) {
        IpAddress address = Objects.requireNonNull(origin.address(), "A request comes from somewhere");
        String network = address.network(IPV6_PREFIX);
        Instant now = clock.instant();
        return transactions.run(() -> store.taken(network, now.minus(WINDOW))
                .chain(taken -> taken < config.hourlyPerNetwork()
                        ? take(row(audience, email, network, now), address, origin)
                        : withhold(row(audience, email, network, now), address, origin)));
    }

    private Uni<Void> take(PasswordResetRow row, IpAddress address, Origin origin) {
        row.address = address.canonical();
        row.userAgent = origin.userAgent();
        return store.persistAndFlush(row)
                .chain(() -> mails.schedule(
                        new MailOrder(PasswordResetJudge.KIND, row.id, null, null, row.expiresAt, null)));
    }

    /** One event for each network within the window: a flood costs a count each, and nothing is written. */
    private Uni<Void> withhold(PasswordResetRow row, IpAddress address, Origin origin) {
        return store.isKnownAsLimited(row.network, row.createdAt.minus(WINDOW))
                .chain(known -> known ? Uni.createFrom().voidItem() : noteLimit(row, address, origin));
    }

    private Uni<Void> noteLimit(PasswordResetRow row, IpAddress address, Origin origin) {
        row.emailKey = null;
        row.closedAt = row.createdAt;
        row.address = address.canonical();
        return store.persistAndFlush(row)
                .chain(() -> events.publish(events.event(new PasswordResetRequested(row.audience), origin)
                        .failed("network_limit")));
    }

    private PasswordResetRow row(AccountKind audience, EmailAddress email, String network, Instant now) {
        PasswordResetRow row = new PasswordResetRow();
        row.id = ids.next();
        row.audience = audience;
        row.emailKey = email.key();
        row.network = network;
        row.secretHash = LinkSecrets.hash(secrets.of(row.id));
        row.createdAt = now;
        row.expiresAt = now.plus(config.life());
        return row;
    }

    @Override
    public Uni<Void> accountErased(UUID accountId, Origin origin) {
        return store.removeOf(accountId);
    }
}
