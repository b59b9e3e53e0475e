package dev.gatehouse.iptrust.trustedaddress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.iptrust.testing.TestEnvironment;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_ip_trust"))
@WithTestResource(TestEnvironment.class)
class TrustedAddressesIT {
    private static final int AT_ONCE = 8;
    private static final int ROUNDS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database = StackEnds.database("gatehouse_ip_trust");

    @Inject
    TrustedAddresses addresses;

    @Inject
    Transactions transactions;

    @Inject
    IdGenerator ids;

    @Test
    @DisplayName("C: accounts that trust an address at the same time are no deadlock")
    void accountsThatTrustAtTheSameTimeAreNoDeadlock() {
        // Given
        long before = deadlocks();

        // When
        for (int round = 0; round < ROUNDS; round++) {
            Uni.join()
                    .all(Stream.generate(this::trust).limit(AT_ONCE).toList())
                    .andFailFast()
                    .await()
                    .atMost(PATIENCE);
        }

        // Then
        assertEquals(before, deadlocks());
    }

    private Uni<TrustedAddresses.TrustOutcome> trust() {
        TrustedAddresses.TrustCommand command = new TrustedAddresses.TrustCommand(
                ids.next(),
                IpAddress.parse("203.0.113.99").orElseThrow(),
                64,
                Instant.now().plus(Duration.ofHours(1)),
                Origin.SYSTEM);
        return transactions.run(() -> addresses.trust(command));
    }

    private long deadlocks() {
        return database.number("SELECT CAST(variable_value AS UNSIGNED) FROM information_schema.global_status"
                + " WHERE variable_name = 'INNODB_DEADLOCKS'");
    }
}
