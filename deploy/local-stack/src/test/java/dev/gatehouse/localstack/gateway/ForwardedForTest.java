package dev.gatehouse.localstack.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardedForTest {

    @Test
    void namesThePeerWhenNothingWasSent() {
        assertEquals("127.0.0.1", ForwardedFor.appended(List.of(), "127.0.0.1"));
    }

    @Test
    void keepsWhatWasSentInFrontOfThePeer() {
        assertEquals("203.0.113.7, 127.0.0.5", ForwardedFor.appended(List.of("203.0.113.7"), "127.0.0.5"));
    }

    @Test
    void joinsSeveralHeadersInTheirOrder() {
        assertEquals(
                "198.51.100.1, 203.0.113.7, 127.0.0.1",
                ForwardedFor.appended(List.of("198.51.100.1", "203.0.113.7"), "127.0.0.1"));
    }
}
