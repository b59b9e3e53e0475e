package dev.gatehouse.auth.login.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.login.campaign.CampaignPolicy.Decision;
import dev.gatehouse.auth.login.campaign.CampaignPolicy.Failures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignPolicyTest {
    /** Many accounts from few networks, or many networks at few accounts. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, false, KEEP",
        "99, 99, false, KEEP",
        "100, 1, false, BEGIN",
        "1, 100, false, BEGIN",
        "10000, 10000, true, KEEP",
        "50, 0, true, KEEP",
        "0, 50, true, KEEP",
        "49, 49, true, END",
        "0, 0, true, END"
    })
    void beginsAtTheThresholdAndEndsBelowHalfOfIt(int accounts, int networks, boolean on, Decision decision) {
        assertEquals(decision, CampaignPolicy.decide(new Failures(accounts, networks), 100, on));
    }

    @ParameterizedTest
    @CsvSource({"2, 1, KEEP", "2, 0, END", "3, 2, KEEP", "3, 1, END"})
    void endsBelowHalfOfASmallThreshold(int threshold, int accounts, Decision decision) {
        assertEquals(decision, CampaignPolicy.decide(new Failures(accounts, 0), threshold, true));
    }
}
