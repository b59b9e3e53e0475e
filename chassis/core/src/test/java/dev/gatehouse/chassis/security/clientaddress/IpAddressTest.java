package dev.gatehouse.chassis.security.clientaddress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    private static final long SEED = 20_261_101L;
    private static final String ALPHABET = "0123456789abcdefABCDEFx:.%/[]*- \t_\u0000\u0660";

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "2001:DB8::1, 2001:db8::1",
        "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "::1, ::1",
        "::, ::",
        "::ffff:1.2.3.4, 1.2.3.4",
        "::FFFF:102:304, 1.2.3.4",
        "0:0:0:0:0:ffff:1.2.3.4, 1.2.3.4",
        "::1.2.3.4, ::102:304",
        "fe80::1%eth0, fe80::1",
        "fe80::1%25, fe80::1",
        "64:ff9b::203.0.113.7, 203.0.113.7",
        "64:ff9b::cb00:7107, 203.0.113.7",
        "::ffff:0:203.0.113.7, 203.0.113.7",
        "::ffff:0:cb00:7107, 203.0.113.7",
        "64:ff9b:1::203.0.113.7, 64:ff9b:1::cb00:7107",
        "64:ff9c::203.0.113.7, 64:ff9c::cb00:7107"
    })
    void a43WritesEveryAddressInOneForm(String text, String canonical) {
        assertEquals(Optional.of(canonical), IpAddress.parse(text).map(IpAddress::canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "example.com",
                "127.1",
                "127.0.1",
                "2130706433",
                "0177.0.0.1",
                "010.0.0.1",
                "1.2.3.04",
                "0x7f.0.0.1",
                "0x7f000001",
                "1.2.3.4.5",
                "1.2.3",
                "1.2.3.",
                ".1.2.3",
                "1..2.3",
                "256.1.1.1",
                "1.2.3.-4",
                "+1.2.3.4",
                "1.2.3.4 ",
                " 1.2.3.4",
                "1.2.3.4\n",
                "1.2.3.4/32",
                "1.2.3.4:80",
                "1.2.3.*",
                "1.2.3.1-9",
                "*",
                "10.0.0.1%eth0",
                "[::1]",
                "::1/128",
                ":",
                ":::",
                "::1::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "12345::",
                "00001::",
                "g::1",
                "::ffff:1.2.3",
                "::ffff:01.2.3.4",
                "::ffff:0x1.2.3.4",
                "::1.2.3.4:5",
                "fe80::1%",
                "fe80::1%a b",
                "::%eth0%eth1",
                "\u0661.2.3.4",
                "\uff11.2.3.4",
                "4)+k&C#VzJ4br>0wv%Yp"
            })
    void a43RefusesWhatOnlyLooksLikeAnAddress(String text) {
        assertEquals(Optional.empty(), IpAddress.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 64, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 64, 2001:db8:1:2::/64",
        "2001:db8:1:2:3:4:5:6, 56, 2001:db8:1::/56",
        "2001:db8:1:2:3:4:5:6, 128, 2001:db8:1:2:3:4:5:6",
        "::ffff:203.0.113.7, 64, 203.0.113.7"
    })
    void countsAnIpv6NetworkAsOnePlace(String address, int prefix, String network) {
        assertEquals(network, IpAddress.parse(address).orElseThrow().network(prefix));
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, true",
        "172.16.0.1, true",
        "172.32.0.1, false",
        "192.168.1.1, true",
        "127.0.0.5, true",
        "169.254.1.1, true",
        "100.64.0.1, true",
        "224.0.0.1, true",
        "255.255.255.255, true",
        "0.1.2.3, true",
        "8.8.8.8, false",
        "203.0.113.7, false",
        "::1, true",
        "fd00::1, true",
        "fe80::1, true",
        "ff02::1, true",
        "2001:db8::1, false",
        "2a00::1, false",
        "::ffff:192.168.1.1, true",
        "64:ff9b::192.168.1.1, true",
        "64:ff9b::203.0.113.7, false",
        "64:ff9b:1::203.0.113.7, true",
        "::203.0.113.7, true",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2, true",
        "2002:cb00:7107::1, true",
        "fec0::1, true"
    })
    void knowsWhatIsNotOnThePublicInternet(String address, boolean internal) {
        assertEquals(internal, IpAddress.parse(address).orElseThrow().isPrivate());
    }

    @ParameterizedTest
    @MethodSource("mangledAddresses")
    void neverThrowsAndIsStableOnWhateverComes(String text) {
        // When
        Optional<String> once = IpAddress.parse(text).map(IpAddress::canonical);

        // Then
        assertEquals(once, once.flatMap(IpAddress::parse).map(IpAddress::canonical));
    }

    @Test
    void roundTripsRandomAddressesOfBothFamilies() {
        Random random = new Random(SEED);
        IntStream.range(0, 2_000).forEach(round -> {
            // Given
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);

            // When
            IpAddress address = new IpAddress(new inet.ipaddr.IPAddressString(text(bytes)).getAddress());

            // Then
            assertEquals(Optional.of(address), IpAddress.parse(address.canonical()));
            assertTrue(IpAddress.parse(text(bytes)).isPresent());
        });
    }

    private static Stream<String> mangledAddresses() {
        Random random = new Random(SEED);
        return IntStream.range(0, 500).mapToObj(round -> mangled(random));
    }

    private static String mangled(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "2001:db8::203.0.113.7" : "203.0.113.7");
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            int at = random.nextInt(text.length() + 1);
            text.insert(at, c);
            if (random.nextBoolean()) {
                text.deleteCharAt(random.nextInt(text.length()));
            }
        }
        return text.toString();
    }

    private static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        if (bytes.length == 4) {
            return (bytes[0] & 0xFF) + "." + (bytes[1] & 0xFF) + "." + (bytes[2] & 0xFF) + "." + (bytes[3] & 0xFF);
        }
        for (int i = 0; i < bytes.length; i += 2) {
            text.append(i == 0 ? "" : ":").append(Integer.toHexString((bytes[i] & 0xFF) << 8 | (bytes[i + 1] & 0xFF)));
        }
        return text.toString();
    }
}
