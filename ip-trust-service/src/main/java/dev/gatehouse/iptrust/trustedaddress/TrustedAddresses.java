package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.incident.ForeignObjects;
import dev.gatehouse.contracts.event.AccessRefused;
import dev.gatehouse.contracts.event.AddressTrusted;
import dev.gatehouse.contracts.event.AddressUntrusted;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.event.UntrustReason;
import dev.gatehouse.contracts.state.TrustedAddressState;
import dev.gatehouse.iptrust.account.AccountErasureListener;
import dev.gatehouse.iptrust.account.Accounts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entry point to trusted addresses: starts and ends trust, and publishes every change in the same transaction. */
@ApplicationScoped
public class TrustedAddresses implements AccountErasureListener {
    /** No larger IPv6 network is ever trusted. */
    public static final int SHORTEST_IPV6_PREFIX = 48;

    private static final int MAX_PER_ACCOUNT = 20;

    private final PanacheTrustedAddresses rows;
    private final Accounts accounts;
    private final Transactions transactions;
    private final Events events;
    private final ForeignObjects foreign;
    private final TrustedAddressConfig config;
    private final IdGenerator ids;
    private final InstantSource clock;

    TrustedAddresses(
            PanacheTrustedAddresses rows,
            Accounts accounts,
            Transactions transactions,
            Events events,
            ForeignObjects foreign,
            TrustedAddressConfig config,
            IdGenerator ids,
            InstantSource clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.transactions = transactions;
        this.events = events;
        this.foreign = foreign;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether this address identifies one place. A private address does not. */
    public boolean trustable(IpAddress address) {
        return config.allowPrivateAddresses() || !address.isPrivate();
    }

    /** Trusts the address or extends its trust; joins the transaction of the caller. Too many displace the oldest. */
    public Uni<TrustOutcome> trust(TrustCommand command) {
        return trustable(command.address())
                ? accounts.hold(command.accountId())
                        .chain(() -> rows.locked(TrustedAddressRow.of(ids.next(), command, clock.instant())))
                        .chain(row -> startOrExtend(row, command))
                : Uni.createFrom().item(new TrustOutcome.NotTrustable());
    }

    /**
     * Whether the account trusts this address already; joins the transaction of the caller. If so, the state is
     * published again under a newer version: a challenge for a trusted address means that auth-service has not read the
     * state yet.
     */
    public Uni<Boolean> republishIfTrusted(UUID accountId, IpAddress address) {
        Instant now = clock.instant();
        return rows.lockActive(accountId)
                .map(active ->
                        active.stream().filter(row -> row.trusts(address, now)).findFirst())
                .chain(found -> found.map(row -> republish(row, now))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    /**
     * Takes up what this service itself has published. It knows that already, unless its database was put back to an
     * older copy. Joins the transaction of the caller; the order does not matter.
     */
    Uni<Void> takeUp(PublishedTrust published) {
        return accounts.hold(published.accountId())
                .chain(() -> accounts.find(published.accountId()))
                .chain(account -> account.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : rows.locked(TrustedAddressRow.of(ids.next(), published))
                                .invoke(row -> row.takeUp(published))
                                .replaceWithVoid());
    }

    @Override
    public Uni<Void> accountErased(UUID accountId) {
        return rows.lockActive(accountId)
                .chain(active -> endAll(active, UntrustReason.ACCOUNT_ERASED))
                .chain(() -> rows.delete("accountId", accountId))
                .replaceWithVoid();
    }

    /** Ends the trust, for an administrator. Returns whether it was active. */
    Uni<Boolean> withdraw(UUID id, Origin origin) {
        return transactions.run(() -> rows.lock(id)
                .chain(row -> row == null || row.ended()
                        ? notFound()
                        : end(row, UntrustReason.WITHDRAWN_BY_ADMIN, origin).replaceWith(true)));
    }

    /** Ends the trust, for its owner. Returns whether it was active; the address of another account does not exist. */
    Uni<Boolean> withdrawOwn(UUID id, UUID ownerId, Origin origin) {
        return transactions.run(() -> rows.lock(id)
                .chain(row -> row == null || row.ended() || !row.accountId.equals(ownerId)
                        ? foreign.report(new AccessRefused("trusted-address", id), ownerOf(row), origin)
                                .chain(TrustedAddresses::notFound)
                        : end(row, UntrustReason.WITHDRAWN_BY_OWNER, origin).replaceWith(true)));
    }

    Uni<Void> expire() {
        return transactions.run(
                () -> rows.lockOverdue(clock.instant()).chain(overdue -> endAll(overdue, UntrustReason.EXPIRED)));
    }

    /** Records logins on the trust that covers their addresses, where there is one. */
    Uni<Void> recordUses(Collection<AddressUse> uses) {
        return rows.recordUses(uses);
    }

    /** How many of the active addresses must end before one more is trusted. */
    static int toDisplace(int active) {
        return Math.max(0, active - MAX_PER_ACCOUNT + 1);
    }

    private Uni<TrustOutcome> startOrExtend(TrustedAddressRow row, TrustCommand command) {
        return row.ended()
                ? displaceOldest(command.accountId()).chain(() -> update(row, command))
                : update(row, command);
    }

    private Uni<Void> displaceOldest(UUID accountId) {
        return rows.lockActive(accountId)
                .chain(active -> endAll(active.subList(0, toDisplace(active.size())), UntrustReason.DISPLACED));
    }

    private Uni<TrustOutcome> update(TrustedAddressRow row, TrustCommand command) {
        row.trust(command, clock.instant());
        return publish(row, command);
    }

    private Uni<TrustOutcome> publish(TrustedAddressRow row, TrustCommand command) {
        AddressTrusted trusted = new AddressTrusted(row.network, row.trustedUntil);
        return publish(row, events.event(trusted, command.origin()).about(row.accountId))
                .replaceWith(new TrustOutcome.Trusted(row.network, row.trustedUntil));
    }

    /** The version is never older than the event, so reading that one again changes nothing. */
    private Uni<Void> publish(TrustedAddressRow row, SecurityEvent<?> event) {
        row.renewVersion(event.time());
        return events.publishState(state(row)).chain(() -> events.publish(event));
    }

    private Uni<Boolean> republish(TrustedAddressRow row, Instant now) {
        row.renewVersion(now);
        return events.publishState(state(row)).replaceWith(true);
    }

    private Uni<Void> endAll(List<TrustedAddressRow> ending, UntrustReason reason) {
        return Multi.createFrom()
                .iterable(ending)
                .onItem()
                .transformToUniAndConcatenate(row -> end(row, reason, Origin.SYSTEM))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> end(TrustedAddressRow row, UntrustReason reason, Origin origin) {
        row.end(clock.instant());
        AddressUntrusted untrusted = new AddressUntrusted(row.network, reason);
        return publish(row, events.event(untrusted, origin).about(row.accountId));
    }

    private static TrustedAddressState state(TrustedAddressRow row) {
        return row.endedAt == null
                ? new TrustedAddressState(row.accountId, row.network, row.trustedUntil, row.version)
                : new TrustedAddressState(row.accountId, row.network, row.endedAt, row.version, true);
    }

    private static Optional<UUID> ownerOf(@Nullable TrustedAddressRow row) {
        return Optional.ofNullable(row).map(found -> found.accountId);
    }

    private static Uni<Boolean> notFound() {
        return Uni.createFrom().item(false);
    }

    /**
     * Trust an address for an account.
     *
     * @param address the verified address; with IPv6 the network around it is trusted
     * @param origin who decided, and from where
     */
    public record TrustCommand(UUID accountId, IpAddress address, int ipv6PrefixLength, Instant until, Origin origin) {
        /** The trusted network, in canonical text. */
        String network() {
            return address.network(ipv6PrefixLength);
        }
    }

    /** The outcome of trusting an address. */
    public sealed interface TrustOutcome {
        /** The account may sign in from this network. */
        record Trusted(String network, Instant until) implements TrustOutcome {}

        /** The address does not identify one place. */
        record NotTrustable() implements TrustOutcome {}
    }
}
