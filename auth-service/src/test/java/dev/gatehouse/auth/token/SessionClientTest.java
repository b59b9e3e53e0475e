package dev.gatehouse.auth.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T05, T06: one notion of the same client, for challenges and for sessions. */
class SessionClientTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, 64, true",
        "203.0.113.7, 203.0.113.8, 64, false",
        "2001:db8:1:2::1, 2001:db8:1:2::99, 64, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, 64, false",
        "2001:db8:1:2::1, 2001:db8:1:3::1, 56, true",
        "2001:db8:1:2::1, 2001:db8:1:2::2, 128, false"
    })
    void isTheSameAtOnePlace(String one, String other, int prefix, boolean same) {
        assertEquals(same, client(one, FIREFOX).isSameAs(client(other, FIREFOX), prefix));
    }

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0.2, true",
        "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0, false",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML) Chrome/141.0.0.0 Safari/537.36, false",
        "curl/8.1, false",
        ", false"
    })
    void isTheSameInAnotherVersion(@Nullable String userAgent, boolean same) {
        assertEquals(same, client("203.0.113.7", FIREFOX).isSameAs(client("203.0.113.7", userAgent), 64));
    }

    private static SessionClient client(String ip, @Nullable String userAgent) {
        return new SessionClient(IpAddress.parse(ip).orElseThrow(), userAgent);
    }
}
