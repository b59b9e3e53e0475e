package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.AddressTrusted;
import dev.gatehouse.contracts.event.AddressUntrusted;
import dev.gatehouse.contracts.event.UntrustReason;
import dev.gatehouse.iptrust.account.Accounts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audience to trust in addresses; every call joins the transaction of its caller. */
@ApplicationScoped
public class TrustedAddresses {
    private final PanacheTrustedAddresses rows;
    private final Accounts accounts;
    private final Events events;
    private final TrustedAddressConfig settings;
    private final IdGenerator ids;
    private final InstantSource clock;

    TrustedAddresses(
            PanacheTrustedAddresses rows,
            Accounts accounts,
            Events events,
            TrustedAddressConfig settings,
            IdGenerator ids,
            InstantSource clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.events = events;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether trust in this address would mean one place and not any. */
    public boolean trustable(IpAddress address) {
        return settings.allowPrivateAddresses() || !address.isPrivate();
    }

    /** Trusts the address from now on, or anew until the later date; the oldest of too many makes room. */
    public Uni<TrustOutcome> trust(TrustRequest request) {
        return trustable(request.address())
                ? accounts.hold(request.accountId())
                        .chain(() -> rows.held(request.accountId(), request.network()))
                        .chain(row -> trustAnew(row, request))
                : Uni.createFrom().item(new TrustOutcome.Untrustable());
    }

    /**
     * Whether the account is trusted from this address already. If so, that is told again under a newer version: who
     * asks for an address that is trusted has not heard of it yet, because state and settings travel on topics of their
     * own.
     */
    public Uni<Boolean> tellAgain(UUID accountId, IpAddress address) {
        Instant now = clock.instant();
        return rows.active(accountId)
                .map(active ->
                        active.stream().filter(row -> row.trusts(address, now)).findFirst())
                .chain(found -> found.map(row -> tellAgain(row, now))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    /** Ends the trust and says why, unless it has ended. */
    Uni<Void> end(TrustedAddressRow row, UntrustReason why, Origin origin) {
        if (row.ended()) {
            return Uni.createFrom().voidItem();
        }
        row.end(clock.instant());
        AddressUntrusted untrusted = new AddressUntrusted(row.network(), why);
        return events.publishState(row.state())
                .chain(() -> events.publish(events.event(untrusted, origin).about(row.accountId())));
    }

    Uni<Void> endAll(List<TrustedAddressRow> ending, UntrustReason why, Origin origin) {
        return Multi.createFrom()
                .iterable(ending)
                .onItem()
                .transformToUniAndConcatenate(row -> end(row, why, origin))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Boolean> tellAgain(TrustedAddressRow row, Instant now) {
        row.renewVersion(now);
        return events.publishState(row.state()).replaceWith(true);
    }

    private Uni<TrustOutcome> trustAnew(@Nullable TrustedAddressRow known, TrustRequest request) {
        return known == null || known.ended()
                ? makeRoom(request).chain(() -> begin(known, request))
                : renew(known, request);
    }

    private Uni<Void> makeRoom(TrustRequest request) {
        return rows.active(request.accountId())
                .chain(active -> endAll(
                        active.subList(0, TrustPolicy.toDisplace(active.size())),
                        UntrustReason.DISPLACED,
                        Origin.SYSTEM));
    }

    private Uni<TrustOutcome> begin(@Nullable TrustedAddressRow ended, TrustRequest request) {
        return ended == null
                ? rows.persist(TrustedAddressRow.of(ids.next(), request, clock.instant()))
                        .chain(row -> tell(row, request))
                : renew(ended, request);
    }

    private Uni<TrustOutcome> renew(TrustedAddressRow row, TrustRequest request) {
        row.trust(request, clock.instant());
        return tell(row, request);
    }

    private Uni<TrustOutcome> tell(TrustedAddressRow row, TrustRequest request) {
        AddressTrusted trusted = new AddressTrusted(row.network(), row.trustedUntil());
        return events.publishState(row.state())
                .chain(() ->
                        events.publish(events.event(trusted, request.origin()).about(row.accountId())))
                .replaceWith(new TrustOutcome.Trusted(row.network(), row.trustedUntil()));
    }

    /** Notes a sign-in from this address on the trust that let it in, if there is one. */
    Uni<Void> used(UUID accountId, IpAddress address, Instant time) {
        return rows.active(accountId)
                .invoke(active ->
                        active.stream().filter(row -> row.covers(address)).forEach(row -> row.use(time)))
                .replaceWithVoid();
    }
}
