package dev.gatehouse.iptrust.mailproof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.iptrust.IpTrustStack;
import dev.gatehouse.iptrust.testing.Meeting;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IpTrustStack
class PanacheMailProofsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Meeting bothHaveTheirRow = new Meeting();
    private final AtomicInteger tries = new AtomicInteger();

    @Inject
    PanacheMailProofs rows;

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

    private Uni<MailProofRow> firstRow() {
        MailProofRow blank = MailProofRow.of(ids.next(), ids.next(), clock.instant());
        return transactions.run(() -> {
            tries.incrementAndGet();
            return rows.locked(blank).call(bothHaveTheirRow::come);
        });
    }
}
