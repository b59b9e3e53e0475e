package dev.gatehouse.iptrust.mailproof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_ip_trust"))
@WithTestResource(TestEnvironment.class)
class MailProofIT {
    private static final int AT_ONCE = 8;
    private static final int ROUNDS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database = StackEnds.database("gatehouse_ip_trust");

    @Inject
    MailProof proofs;

    @Inject
    IdGenerator ids;

    @Test
    @DisplayName("C: accounts that ask for a code at the same time are no deadlock")
    void accountsThatAskForACodeAtTheSameTimeAreNoDeadlock() {
        // Given
        long before = deadlocks();

        // When
        for (int round = 0; round < ROUNDS; round++) {
            Uni.join()
                    .all(Stream.generate(() -> proofs.request(ids.next(), Origin.SYSTEM))
                            .limit(AT_ONCE)
                            .toList())
                    .andFailFast()
                    .await()
                    .atMost(PATIENCE);
        }

        // Then
        assertEquals(before, deadlocks());
    }

    private long deadlocks() {
        return database.number("SELECT CAST(variable_value AS UNSIGNED) FROM information_schema.global_status"
                + " WHERE variable_name = 'INNODB_DEADLOCKS'");
    }
}
