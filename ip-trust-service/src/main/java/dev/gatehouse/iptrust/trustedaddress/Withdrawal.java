package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.UntrustReason;
import dev.gatehouse.iptrust.hostname.Hostnames;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with trust that exists: look at it and withdraw it. And what time does with it. */
@ApplicationScoped
class Withdrawal {
    private static final String LIST = "trusted-addresses";
    private static final Duration ENDED_KEPT = Duration.ofDays(7);

    private final PanacheTrustedAddresses rows;
    private final TrustedAddresses addresses;
    private final Hostnames hostnames;
    private final Transactions transactions;
    private final Pages pages;
    private final InstantSource clock;

    Withdrawal(
            PanacheTrustedAddresses rows,
            TrustedAddresses addresses,
            Hostnames hostnames,
            Transactions transactions,
            Pages pages,
            InstantSource clock) {
        this.rows = rows;
        this.addresses = addresses;
        this.hostnames = hostnames;
        this.transactions = transactions;
        this.pages = pages;
        this.clock = clock;
    }

    Uni<Page<TrustedAddress>> page(PageRequest request, Optional<UUID> accountId) {
        Optional<UUID> before = pages.after(LIST, request).map(parts -> UUID.fromString(parts.getFirst()));
        return transactions
                .read(() -> rows.page(accountId, before, request.fetch()).chain(this::named))
                .map(items ->
                        pages.of(LIST, request, items, item -> List.of(item.id().toString())));
    }

    /** Whether there was one to withdraw. */
    Uni<Boolean> byAdmin(UUID id, Origin origin) {
        return transactions.run(() -> rows.held(id)
                .chain(row -> row == null || row.ended()
                        ? absent()
                        : withdraw(row, UntrustReason.WITHDRAWN_BY_ADMIN, origin)));
    }

    /** Whether there was one to withdraw; one of somebody else is as unknown as one that does not exist. */
    Uni<Boolean> byOwner(UUID id, UUID ownerId, Origin origin) {
        return transactions.run(() -> rows.held(id)
                .chain(row -> row == null || row.ended() || !row.belongsTo(ownerId)
                        ? absent()
                        : withdraw(row, UntrustReason.WITHDRAWN_BY_OWNER, origin)));
    }

    Uni<Void> expire() {
        return transactions.run(() -> rows.overdue(clock.instant())
                .chain(overdue -> addresses.endAll(overdue, UntrustReason.EXPIRED, Origin.SYSTEM)));
    }

    Uni<Void> forgetEnded() {
        return transactions
                .run(() -> rows.deleteEndedBefore(clock.instant().minus(ENDED_KEPT)))
                .replaceWithVoid();
    }

    private Uni<Boolean> withdraw(TrustedAddressRow row, UntrustReason why, Origin origin) {
        return addresses.end(row, why, origin).replaceWith(true);
    }

    private Uni<List<TrustedAddress>> named(List<TrustedAddressRow> page) {
        return hostnames
                .confirmedNames(page.stream().map(TrustedAddressRow::ip).toList())
                .map(names -> page.stream().map(row -> named(row, names)).toList());
    }

    private static TrustedAddress named(TrustedAddressRow row, Map<String, String> names) {
        @Nullable String name = names.get(row.ip());
        return row.view(name);
    }

    private static Uni<Boolean> absent() {
        return Uni.createFrom().item(false);
    }
}
