package dev.gatehouse.iptrust.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import dev.gatehouse.iptrust.dns.NameServers.Server;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameServersTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.53,192.0.2.53,53",
        "192.0.2.53:5353,192.0.2.53,5353",
        "[2001:db8::53]:5353,2001:db8::53,5353",
        "[2001:db8::53],2001:db8::53,53",
        "2001:db8::53,2001:db8::53,53"
    })
    void readsAddressesWithAndWithoutPort(String text, String address, int port) {
        assertEquals(List.of(new Server(address, port)), NameServers.parse(List.of(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dns.example", "192.0.2.53:x", "192.0.2", ""})
    void refusesToStartWithNonsense(String text) {
        assertThrows(RefusedSetting.class, () -> NameServers.parse(List.of(text)));
    }

    @Test
    void asksNobodyWhenToldSo() {
        assertEquals(List.of(), NameServers.parse(List.of("none")));
    }

    @Test
    void readsTheMachinesOwn() {
        Stream<String> lines = Stream.of(
                "# comment", "search example", "nameserver 192.0.2.53", " nameserver fe80::1%eth0 ", "nameserver x");

        assertEquals(List.of(new Server("192.0.2.53", 53), new Server("fe80::1", 53)), NameServers.ofResolvConf(lines));
    }
}
