package dev.gatehouse.chassis.security.clientaddress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingPolicyTest {
    /** Far above what linear work needs; more than linear work needs minutes. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String PROXY = "127.0.0.1";
    private static final List<IpNetwork> PROXIES = Stream.of("127.0.0.1", "10.0.0.0/8", "fd00::/8")
            .map(text -> IpNetwork.parse(text).orElseThrow())
            .toList();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | 203.0.113.7",
                "198.51.100.1, 203.0.113.7 | 203.0.113.7",
                "203.0.113.7, 10.1.1.1 | 203.0.113.7",
                "203.0.113.7, 10.1.1.1, 10.2.2.2 | 203.0.113.7",
                "198.51.100.1, 203.0.113.7, 10.2.2.2 | 203.0.113.7",
                "10.3.3.3, 10.2.2.2 | 10.3.3.3",
                "203.0.113.7:4711 | 203.0.113.7",
                "[2001:DB8::1]:4711 | 2001:db8::1",
                "[2001:db8::1] | 2001:db8::1",
                "2001:db8:0:0::1 | 2001:db8::1",
                "::ffff:203.0.113.7 | 203.0.113.7",
                "[::ffff:203.0.113.7]:80 | 203.0.113.7",
                "fe80::1%eth0 | fe80::1",
                "unknown | 127.0.0.1",
                "_hidden | 127.0.0.1",
                "203.0.113.7, unknown | 127.0.0.1",
                "203.0.113.7, unknown, 10.2.2.2 | 10.2.2.2",
                "203.0.113.7, , 10.2.2.2 | 203.0.113.7",
                "203.0.113.7, | 203.0.113.7",
                "203.0.113.7 , ,, | 203.0.113.7",
                "203.0.113.7, 127.1 | 127.0.0.1",
                "0177.0.0.1 | 127.0.0.1",
                "203.0.113.7:99999 | 127.0.0.1",
                "203.0.113.7: | 127.0.0.1",
                "[203.0.113.7] | 127.0.0.1",
                "[203.0.113.7]:80 | 127.0.0.1",
                "[2001:db8::1 | 127.0.0.1",
                "\"203.0.113.7\" | 127.0.0.1",
                "203.0.113.7;for=198.51.100.1 | 127.0.0.1",
                "' ' | 127.0.0.1",
                "fd00::5, 203.0.113.7, fd00::1 | 203.0.113.7"
            })
    void a09TakesTheFirstHopFromTheRightThatIsNoProxy(String header, String client) {
        assertEquals(client, from(PROXY, ForwardingHeader.X_FORWARDED_FOR, header));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=203.0.113.7 | 203.0.113.7",
                "For=203.0.113.7;proto=https;by=10.0.0.1 | 203.0.113.7",
                "by=10.0.0.1; for=203.0.113.7 | 203.0.113.7",
                "for=198.51.100.1, for=203.0.113.7 | 203.0.113.7",
                "for=203.0.113.7, for=10.2.2.2 | 203.0.113.7",
                "for=\"203.0.113.7:4711\" | 203.0.113.7",
                "for=\"[2001:db8::1]\" | 2001:db8::1",
                "for=\"[2001:DB8::1]:4711\";host=\"a,b\" | 2001:db8::1",
                "for=unknown | 127.0.0.1",
                "for=_gazonk | 127.0.0.1",
                "for=203.0.113.7, for=_gazonk | 127.0.0.1",
                "for=203.0.113.7;for=198.51.100.1 | 127.0.0.1",
                "proto=https | 127.0.0.1",
                "for=203.0.113.7, proto=https | 127.0.0.1",
                "203.0.113.7 | 127.0.0.1",
                "for=\"198.51.100.1, for=203.0.113.7 | 203.0.113.7",
                "x\", y=\"for=198.51.100.1, for=203.0.113.7 | 203.0.113.7",
                "for=\"\\\"203.0.113.7\" | 127.0.0.1"
            })
    void readsForwardedFromTheRightWhateverTheClientPutLeftOfIt(String header, String client) {
        assertEquals(client, from(PROXY, ForwardingHeader.FORWARDED, header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.1", "198.51.100.1, 127.0.0.1", "unknown", ""})
    void a09BelievesNoHeaderOfAStranger(String header) {
        // When
        Resolution resolution = policy(ForwardingHeader.X_FORWARDED_FOR)
                .decide(new Hops(address("127.0.0.5"), Map.of("x-forwarded-for", header)));

        // Then
        assertEquals(address("127.0.0.5"), resolution.client());
        assertEquals(Optional.of(new Resolution.Claim("x-forwarded-for", header)), resolution.forged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded", "x-real-ip"})
    void noticesForeignHeadersOfAStrangerToo(String header) {
        // When
        Resolution resolution = policy(ForwardingHeader.X_FORWARDED_FOR)
                .decide(new Hops(address("203.0.113.9"), Map.of(header, "for=127.0.0.1")));

        // Then
        assertEquals(Optional.of(header), resolution.forged().map(Resolution.Claim::header));
    }

    @Test
    void readsOnlyTheConfiguredHeader() {
        // Given
        Hops both = new Hops(address(PROXY), Map.of("x-forwarded-for", "203.0.113.7", "forwarded", "for=198.51.100.1"));

        // Then
        assertEquals(
                address("203.0.113.7"),
                policy(ForwardingHeader.X_FORWARDED_FOR).decide(both).client());
        assertEquals(
                address("198.51.100.1"),
                policy(ForwardingHeader.FORWARDED).decide(both).client());
        assertEquals(address(PROXY), policy(ForwardingHeader.NONE).decide(both).client());
    }

    /** H2: what the client wrote left of the proxy's element is not looked at, however long it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {":", "::[", "[", "\"", ",", " ,", "[::1", "for=", "for=\"", ";", "a=b;", "1.", "=", "\\\"", "\t"
            })
    void h2ReadsSixteenKibibytesInLinearTime(String piece) {
        String hostile = piece.repeat(16 * 1024 / piece.length()) + "[";
        for (String value :
                List.of(hostile, hostile + ",203.0.113.7", hostile + ",for=203.0.113.7", "10.1.1.1," + hostile)) {
            for (ForwardingHeader header : ForwardingHeader.values()) {
                assertTimeoutPreemptively(LIMIT, () -> from(PROXY, header, value), header + " " + piece);
            }
        }
    }

    /**
     * H2: an element that is longer than any address ends the walk; a chain that is longer than any real one does too.
     */
    @Test
    void h2EndsTheWalkWhereNoProxyCouldHaveWritten() {
        String chain = "203.0.113.7," + "10.0.0.1,".repeat(1_000) + "10.0.0.2";

        assertEquals("10.0.0.1", from(PROXY, ForwardingHeader.X_FORWARDED_FOR, chain));
        assertEquals(PROXY, from(PROXY, ForwardingHeader.X_FORWARDED_FOR, "203.0.113.7" + " ".repeat(100)));
        assertEquals(
                PROXY, from(PROXY, ForwardingHeader.FORWARDED, "for=203.0.113.7;host=\"" + "h".repeat(2_000) + "\""));
    }

    @Test
    void walksThroughAHundredEntries() {
        // Given
        String chain = "203.0.113.7,"
                + IntStream.range(0, 100).mapToObj(i -> "10.0.0." + i).collect(Collectors.joining(","));

        // Then
        assertEquals("203.0.113.7", from(PROXY, ForwardingHeader.X_FORWARDED_FOR, chain));
    }

    @ParameterizedTest
    @MethodSource("noise")
    void neverThrowsAndNeverBelievesTextLeftOfTheProxysOwnElement(String noise) {
        assertEquals("203.0.113.7", from(PROXY, ForwardingHeader.X_FORWARDED_FOR, noise + ",203.0.113.7"));
        assertEquals("203.0.113.7", from(PROXY, ForwardingHeader.FORWARDED, noise + ",for=203.0.113.7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1/8", "localhost", "10.0.0", "*"})
    void failsTheStartOnAProxyThatIsNone(String proxy) {
        assertThrows(RefusedSetting.class, () -> TrustedProxies.network(proxy));
    }

    @Test
    void failsTheStartOnAnUnknownHeader() {
        assertThrows(RefusedSetting.class, () -> ForwardingHeader.named("x-client-ip"));
    }

    /** L4: an IPv4 client behind a translator of the operator's own is that IPv4 client, wherever it is met. */
    @ParameterizedTest
    @CsvSource({
        "2001:db8:64::/96, 2001:db8:64::203.0.113.7, 203.0.113.7",
        "2001:db8:64::/96, 2001:db8:64::1:203.0.113.7, 2001:db8:64::1:cb00:7107",
        "64:ff9b:1::/48, 64:ff9b:1:cb00:71:700::, 203.0.113.7",
        "2001:db8::/32, 2001:db8:cb00:7107::, 203.0.113.7",
        "2001:db8:100::/40, 2001:db8:1cb:71:7::, 203.0.113.7",
        "2001:db8:122:300::/56, 2001:db8:122:3cb:0:7107::, 203.0.113.7",
        "2001:db8:122:344::/64, 2001:db8:122:344:cb:71:700:0, 203.0.113.7",
        "2001:db8:64::/96, 64:ff9b::203.0.113.7, 203.0.113.7"
    })
    void l4TakesTheIpv4AddressOutOfTheConfiguredTranslationPrefix(String prefix, String peer, String client) {
        ForwardingPolicy policy = new ForwardingPolicy(
                new TrustedProxies(List.of()), ForwardingHeader.NONE, ForwardingPolicy.translations(List.of(prefix)));

        assertEquals(
                client,
                policy.decide(new Hops(address(peer), Map.of())).client().canonical());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::/33", "203.0.113.0/24", "2001:db8::/128", "x"})
    void failsTheStartOnATranslationPrefixThatIsNone(String prefix) {
        assertThrows(RefusedSetting.class, () -> ForwardingPolicy.translations(List.of(prefix)));
    }

    private static Stream<String> noise() {
        Random random = new Random(7);
        String alphabet = "\"\\,;=[]:.for0129%_ \t";
        return IntStream.range(0, 300).mapToObj(round -> IntStream.range(0, random.nextInt(20))
                .mapToObj(i -> String.valueOf(alphabet.charAt(random.nextInt(alphabet.length()))))
                .collect(Collectors.joining()));
    }

    private static String from(String peer, ForwardingHeader header, String value) {
        return policy(header)
                .decide(new Hops(address(peer), Map.of(header.headerName(), value)))
                .client()
                .canonical();
    }

    private static ForwardingPolicy policy(ForwardingHeader header) {
        return new ForwardingPolicy(new TrustedProxies(PROXIES), header, List.of());
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
