package dev.gatehouse.iptrust.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostnamePolicyTest {
    @ParameterizedTest
    @CsvSource({
        "host-7.example.net.,host-7.example.net",
        "Host.EXAMPLE.net,host.example.net",
        "7.113.0.203.isp.example,7.113.0.203.isp.example",
        "xn--bcher-kva.example,xn--bcher-kva.example"
    })
    void takesHostNames(String name, String hostname) {
        assertEquals(Optional.of(hostname), HostnamePolicy.hostname(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "localhost",
                "203.0.113.7",
                "under_score.example",
                "-a.example",
                "a-.example",
                "a..example",
                "<script>.example",
                "a b.example",
                "a\nb.example",
                "bücher.example",
                "a.example/x",
                "a.example:25"
            })
    void takesNothingElse(String name) {
        assertEquals(Optional.empty(), HostnamePolicy.hostname(name));
    }

    @Test
    void takesNothingThatIsTooLong() {
        assertEquals(Optional.empty(), HostnamePolicy.hostname("a.".repeat(2_000) + "example"));
        assertEquals(Optional.empty(), HostnamePolicy.hostname("a".repeat(64) + ".example"));
    }
}
