package dev.gatehouse.iptrust.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkNotationTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24,203.0.113.0/24",
        "203.0.113.7,203.0.113.7/32",
        "2001:DB8::/32,2001:db8::/32",
        "2001:db8:0:0:0:0:0:1,2001:db8::1/128",
        "10.0.0.0/8,10.0.0.0/8",
        "172.16.0.0/12,172.16.0.0/12",
        "192.168.0.0/16,192.168.0.0/16",
        "fd12:3456::/32,fd12:3456::/32",
        "203.0.0.0/16,203.0.0.0/16"
    })
    void takesNetworksInCanonicalForm(String text, String canonical) {
        NetworkNotation.Valid good = assertInstanceOf(NetworkNotation.Valid.class, NetworkNotation.parse(text));

        assertEquals(canonical, good.network().canonical());
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7/24,203.0.113.0/24",
        "2001:db8::7/64,2001:db8::/64",
        "10.1.2.3/9,10.0.0.0/9",
        "203.0.113.255/31,203.0.113.254/31"
    })
    void knowsWhichNetworkWasMeantByAnAddressWithinIt(String text, String meant) {
        NetworkNotation.HostBitsSet set =
                assertInstanceOf(NetworkNotation.HostBitsSet.class, NetworkNotation.parse(text));

        assertEquals(meant, set.network().canonical());
    }

    /** L5. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "::/0",
                "0.0.0.0/1",
                "128.0.0.0/7",
                "8.0.0.0/8",
                "203.0.0.0/15",
                "10.0.0.0/7",
                "172.0.0.0/8",
                "192.128.0.0/9",
                "fc00::/7",
                "2000::/7",
                "2000::/8",
                "2a00::/8",
                "2001:db8::/31",
                "64:ff9b::/96",
                "::ffff:0:0/96"
            })
    void l5RefusesAGoodPartOfTheInternet(String text) {
        assertInstanceOf(NetworkNotation.TooWide.class, NetworkNotation.parse(text));
    }

    /** L4: one client there is every client of the IPv4 internet. */
    @ParameterizedTest
    @ValueSource(
            strings = {"::203.0.113.0/120", "2001::/32", "2001:0:4136::/48", "2002:cb00:7107::/48", "64:ff9b:1::/48"})
    void l4RefusesNetworksOfTransitionMechanisms(String text) {
        assertInstanceOf(NetworkNotation.Transition.class, NetworkNotation.parse(text));
    }

    /** L5: nobody's site (RFC 6890). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/24",
                "127.0.0.1",
                "127.0.0.0/16",
                "169.254.0.0/16",
                "100.64.0.0/16",
                "192.0.0.0/16",
                "198.18.0.0/16",
                "224.0.0.0/16",
                "255.255.255.255",
                "100::/64",
                "fe80::/64",
                "ff02::/32"
            })
    void l5RefusesSpecialPurposeNetworks(String text) {
        assertInstanceOf(NetworkNotation.NoSite.class, NetworkNotation.parse(text));
    }

    /** L4: the same network, however it is written. */
    @Test
    void l4TakesAnIpv4NetworkBehindATranslator() {
        NetworkNotation.Valid valid =
                assertInstanceOf(NetworkNotation.Valid.class, NetworkNotation.parse("64:ff9b::203.0.113.0/120"));

        assertEquals("203.0.113.0/24", valid.network().canonical());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "office",
                "64:ff9b::/32",
                "203.0.113.0/33",
                "203.0.113.0/024",
                "203.0.113/24",
                "0177.0.0.1/8",
                "203.0.113.0/",
                "203.0.113.0/24/24",
                "fe80::1%eth0",
                "2001:db8::/129",
                "1.2.3.4/-1",
                "203.0.113.0 - 203.0.113.9"
            })
    void a43RefusesWhatIsNoNetwork(String text) {
        assertInstanceOf(NetworkNotation.Invalid.class, NetworkNotation.parse(text));
    }
}
