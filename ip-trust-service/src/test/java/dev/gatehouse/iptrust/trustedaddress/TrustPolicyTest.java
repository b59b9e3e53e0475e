package dev.gatehouse.iptrust.trustedaddress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustPolicyTest {
    @ParameterizedTest
    @CsvSource({"0,0", "19,0", "20,1", "21,2"})
    void makesRoomForOneMore(int active, int displaced) {
        assertEquals(displaced, TrustPolicy.toDisplace(active));
    }
}
