package dev.gatehouse.iptrust.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.gatehouse.iptrust.verification.MailBudgetPolicy.Count;
import dev.gatehouse.iptrust.verification.MailBudgetPolicy.Objection;
import dev.gatehouse.iptrust.verification.MailBudgetPolicy.Usage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailBudgetPolicyTest {
    private static final Instant OPEN = Instant.parse("2026-11-22T09:15:00Z");
    private static final Instant ACCOUNT = Instant.parse("2026-11-22T09:45:00Z");
    private static final Instant NETWORK = Instant.parse("2026-11-22T09:59:00Z");

    /** T03: twelve agents of one office are mailed, and the limit of a network is 200 an hour. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0,   none,                        ",
        "2, 4, 12,  none,                        ",
        "2, 4, 199, none,                        ",
        "3, 0, 0,   too_many_open,               2026-11-22T09:15:00Z",
        "0, 5, 0,   too_many_mails,              2026-11-22T09:45:00Z",
        "0, 0, 200, too_many_mails_from_network, 2026-11-22T09:59:00Z",
        "3, 5, 200, too_many_open,               2026-11-22T09:15:00Z"
    })
    void objectsToWhatIsOverBudgetAndSaysUntilWhen(
            long open, long toAccount, long fromNetwork, String reason, Instant resendAt) {
        // When
        Optional<Objection> objection = MailBudgetPolicy.objection(
                new Usage(new Count(open, OPEN), new Count(toAccount, ACCOUNT), new Count(fromNetwork, NETWORK)));

        // Then
        assertEquals(reason, objection.map(Objection::reason).orElse("none"));
        assertEquals(resendAt, objection.map(Objection::resendAt).orElse(null));
    }

    @Test
    void anAddressThatNobodyMayTrustIsNeverMailed() {
        assertNull(Objection.NOT_TRUSTABLE.resendAt());
    }
}
