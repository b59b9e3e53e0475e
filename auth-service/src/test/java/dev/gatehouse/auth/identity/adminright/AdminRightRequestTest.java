package dev.gatehouse.auth.identity.adminright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.contracts.problem.ProblemType;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdminRightRequestTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(1);

    @Test
    void readsAGrantWithAnExpiry() {
        assertEquals(
                new AdminRightCommand.Grant("covers in July", LATER),
                new AdminRightRequest(true, "  covers in July ", LATER).toCommand(NOW));
    }

    @Test
    void readsAWithdrawal() {
        assertEquals(new AdminRightCommand.Withdraw("left"), new AdminRightRequest(false, "left", null).toCommand(NOW));
    }

    static Stream<AdminRightRequest> broken() {
        return Stream.of(
                new AdminRightRequest(null, "why", null),
                new AdminRightRequest(true, null, null),
                new AdminRightRequest(true, "  ", null),
                new AdminRightRequest(true, "x".repeat(501), null),
                new AdminRightRequest(true, "one\ntwo", null),
                new AdminRightRequest(true, "why", NOW),
                new AdminRightRequest(false, "why", LATER));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void rejectsIncompleteAndContradictoryRequests(AdminRightRequest request) {
        // When
        ProblemException refusal = assertThrows(ProblemException.class, () -> request.toCommand(NOW));

        // Then
        assertEquals(ProblemType.VALIDATION_FAILED, refusal.type());
    }
}
