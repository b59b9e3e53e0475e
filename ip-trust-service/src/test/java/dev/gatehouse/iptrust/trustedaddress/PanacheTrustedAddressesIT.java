package dev.gatehouse.iptrust.trustedaddress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.iptrust.IpTrustStack;
import dev.gatehouse.iptrust.testing.Meeting;
import dev.gatehouse.iptrust.trustedaddress.TrustedAddresses.TrustCommand;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IpTrustStack
class PanacheTrustedAddressesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int IPV6_PREFIX = 64;

    private final Meeting bothHaveTheirRow = new Meeting();
    private final AtomicInteger tries = new AtomicInteger();

    @Inject
    PanacheTrustedAddresses rows;

    @Inject
    Transactions transactions;

    @Inject
    IdGenerator ids;

    @Inject
    InstantSource clock;

    /** A victim of a deadlock would be tried again. */
    @Test
    void twoAccountsGetTheirFirstRowAtOnceAndNeitherIsTheVictimOfADeadlock() {
        // When
        var both = Uni.join().all(firstRow(), firstRow()).andFailFast().await().atMost(PATIENCE);

        // Then
        assertEquals(2, both.size());
        assertEquals(2, tries.get());
    }

    private Uni<TrustedAddressRow> firstRow() {
        Instant now = clock.instant();
        TrustCommand command = new TrustCommand(
                ids.next(),
                IpAddress.parse("203.0.113.99").orElseThrow(),
                IPV6_PREFIX,
                now.plus(Duration.ofHours(1)),
                Origin.SYSTEM);
        TrustedAddressRow blank = TrustedAddressRow.of(ids.next(), command, now);
        return transactions.run(() -> {
            tries.incrementAndGet();
            return rows.locked(blank).call(bothHaveTheirRow::come);
        });
    }
}
