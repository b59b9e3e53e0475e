package dev.gatehouse.chassis.security.clientaddress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.0/24",
        "203.0.113.7, 203.0.113.7/32",
        "203.0.113.7/32, 203.0.113.7/32",
        "0.0.0.0/0, 0.0.0.0/0",
        "2001:DB8::/32, 2001:db8::/32",
        "2001:db8::1, 2001:db8::1/128",
        "::/0, ::/0",
        "::ffff:203.0.113.0/120, 203.0.113.0/24",
        "::ffff:203.0.113.7, 203.0.113.7/32"
    })
    void writesEveryNetworkInOneForm(String text, String canonical) {
        assertEquals(Optional.of(canonical), IpNetwork.parse(text).map(IpNetwork::canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7/24",
                "203.0.113.0/33",
                "203.0.113.0/024",
                "203.0.113.0/-1",
                "203.0.113.0/",
                "203.0.113.0/24/24",
                "203.0.113.0/255.255.255.0",
                "203.0.113/24",
                "10/8",
                "/8",
                "/0",
                "2001:db8::1/64",
                "2001:db8::/129",
                "::ffff:203.0.113.0/24",
                "fe80::%eth0/10",
                "fe80::/10%eth0",
                "203.0.113.*",
                "localhost/8",
                "",
                " "
            })
    void refusesHostBitsWildcardsAndOtherNotations(String text) {
        assertEquals(Optional.empty(), IpNetwork.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.255, true",
        "203.0.113.0/24, 203.0.114.0, false",
        "203.0.113.0/24, ::ffff:203.0.113.7, true",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 203.0.113.7, false",
        "2001:db8::/64, 2001:db8::ffff, true",
        "2001:db8::/64, 2001:db8:0:1::, false"
    })
    void containsAddressesOfItsOwnFamilyOnly(String network, String address, boolean inside) {
        assertEquals(
                inside,
                IpNetwork.parse(network)
                        .orElseThrow()
                        .contains(IpAddress.parse(address).orElseThrow()));
    }
}
