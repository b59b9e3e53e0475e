package dev.gatehouse.iptrust.trustedaddress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedAddressesTest {
    @ParameterizedTest
    @CsvSource({"0,0", "19,0", "20,1", "21,2"})
    void makesRoomForOneMore(int active, int displaced) {
        assertEquals(displaced, TrustedAddresses.toDisplace(active));
    }

    @ParameterizedTest
    @CsvSource({"0,1000,1000", "999,1000,1000", "1000,1000,1001", "5000,1000,5001"})
    void givesVersionsThatIncreaseEvenWhenTheClockDoesNot(long version, long now, long next) {
        TrustedAddressRow row = new TrustedAddressRow();
        row.version = version;

        row.renewVersion(Instant.ofEpochMilli(now));

        assertEquals(next, row.version);
    }
}
