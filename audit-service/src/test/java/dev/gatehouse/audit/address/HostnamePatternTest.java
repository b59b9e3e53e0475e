package dev.gatehouse.audit.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostnamePatternTest {
    @ParameterizedTest
    @CsvSource({
        "host.example.com, host.example.com, com.example.host",
        "HOST.Example.COM., host.example.com, com.example.host",
        "*.example.com, *.example.com, com.example.",
        "localhost, localhost, localhost",
        "a_b.example.com, a_b.example.com, com.example.a_b",
        "xn--bcher-kva.example, xn--bcher-kva.example, example.xn--bcher-kva",
    })
    void readsNamesAndDomains(String text, String canonical, String from) {
        HostnamePattern pattern = HostnamePattern.parse(text).orElseThrow();

        assertEquals(canonical, pattern.toString());
        assertEquals(from, pattern.from());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "*.",
                ".",
                "a..b",
                "-a.example",
                "a-.example",
                "a b",
                "a%b",
                "*.*.example",
                "host*",
                "bücher",
                "a/b"
            })
    void refusesWhatIsNoName(String text) {
        assertTrue(HostnamePattern.parse(text).isEmpty());
    }

    @Test
    void refusesNamesThatAreTooLong() {
        String label = "a".repeat(63);

        assertTrue(HostnamePattern.parse(String.join(".", label, label, label, label))
                .isEmpty());
        assertTrue(HostnamePattern.parse("a".repeat(64)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "www.example.com, true",
        "a.b.example.com, true",
        "example.com, false",
        "www.example.org, false",
        "notexample.com, false",
        "www.example.com-evil, false",
    })
    void meansExactlyWhatStandsBelowTheDomain(String name, boolean meant) {
        HostnamePattern pattern = HostnamePattern.parse("*.example.com").orElseThrow();
        String column = HostnamePattern.reversed(name);

        assertEquals(meant, column.compareTo(pattern.from()) >= 0 && column.compareTo(pattern.before()) < 0);
    }
}
