package dev.gatehouse.iptrust.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReverseNameTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,7.113.0.203.in-addr.arpa",
        "255.128.0.1,1.0.128.255.in-addr.arpa",
        "2001:db8::f6,6.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"
    })
    void standsUnderTheTreeOfItsFamily(String ip, String name) {
        assertEquals(name, ReverseName.of(IpAddress.parse(ip).orElseThrow()));
    }
}
