package dev.gatehouse.iptrust.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.iptrust.verification.MailBudgetPolicy.Usage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailBudgetPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "0,0,0,none",
        "2,4,9,none",
        "3,0,0,too_many_open",
        "0,5,0,too_many_mails",
        "0,0,10,too_many_mails_from_address",
        "3,5,10,too_many_open"
    })
    void objectsToWhatIsOverBudget(long open, long toAccount, long fromAddress, String objection) {
        assertEquals(
                objection,
                MailBudgetPolicy.objection(new Usage(open, toAccount, fromAddress))
                        .orElse("none"));
    }
}
