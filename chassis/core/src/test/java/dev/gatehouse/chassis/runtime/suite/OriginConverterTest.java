package dev.gatehouse.chassis.runtime.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginConverterTest {
    private final OriginConverter converter = new OriginConverter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://helpdesk.example",
                "http://localhost:8080",
                "https://192.0.2.7",
                "https://[2001:db8::1]:8443"
            })
    void readsAnOrigin(String text) {
        assertEquals(URI.create(text), converter.convert(" " + text + " "));
    }

    /** With a path, an appended link would lead elsewhere; without a host, nowhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "helpdesk.example",
                "//helpdesk.example",
                "https://helpdesk.example/",
                "https://helpdesk.example/desk",
                "https://helpdesk.example?a=b",
                "https://helpdesk.example#top",
                "https://Helpdesk.example",
                "https://ada@helpdesk.example",
                "https://",
                "https:///desk",
                "ftp://helpdesk.example",
                "https://help desk.example",
                "mailto:ada@helpdesk.example"
            })
    void refusesEverythingElse(String text) {
        assertThrows(IllegalArgumentException.class, () -> converter.convert(text));
    }
}
