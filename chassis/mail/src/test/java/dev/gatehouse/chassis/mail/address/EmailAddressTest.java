package dev.gatehouse.chassis.mail.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    /** T07: international domains go out as A-labels, and one mailbox has one key. */
    @ParameterizedTest
    @CsvSource({
        "ada@helpdesk.example,          ada@helpdesk.example,            ada@helpdesk.example",
        "Max.Muster@Example.TEST,       Max.Muster@example.test,         max.muster@example.test",
        "x@b\u00fccher.example,        x@xn--bcher-kva.example,         x@xn--bcher-kva.example",
        "x@bu\u0308cher.example,       x@xn--bcher-kva.example,         x@xn--bcher-kva.example",
        "x@XN--BCHER-KVA.example,       x@xn--bcher-kva.example,         x@xn--bcher-kva.example",
        "x@stra\u00dfe.example,        x@xn--strae-oqa.example,         x@xn--strae-oqa.example",
        "x@\u0939\u093f\u0928\u094d\u0926\u0940.example, x@xn--j2bd4cyah0f.example, x@xn--j2bd4cyah0f.example",
        "o'brien+tag@a.example,         o'brien+tag@a.example,           o'brien+tag@a.example"
    })
    void t07SendsToTheAsciiForm(String text, String sendable, String key) {
        // When
        EmailAddress address = EmailAddress.parse(text).orElseThrow();

        // Then
        assertEquals(sendable, address.sendable());
        assertEquals(key, address.key());
    }

    /** T08 and L10: what no mail would be sent to is no address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a%b@example.test",
                "a=?b@example.test",
                "\u00fc@example.test",
                "a b@example.test",
                "\"a b\"@example.test",
                "a@b@example.test",
                "a@[127.0.0.1]",
                "a@exa_mple.test",
                "a@-example.test",
                "a@example..test",
                "a@example.test.",
                "a@",
                "@example.test",
                "a@\u200bexample.test",
                "a@xn--a.example",
                "a.@example.test",
                "a\r\nBcc: b@example.test",
                "a@example.test,b@example.test",
                "nonsense",
                ""
            })
    void t08RefusesWhatNoMailCanBeSentTo(String text) {
        assertEquals(Optional.empty(), EmailAddress.parse(text));
    }

    @Test
    void boundsItsLength() {
        assertEquals(Optional.empty(), EmailAddress.parse("a".repeat(65) + "@example.test"));
        assertEquals(Optional.empty(), EmailAddress.parse("a@" + "b".repeat(64) + ".test"));
        assertEquals(Optional.empty(), EmailAddress.parse("a@" + "\u00fc.".repeat(120) + "test"));
        assertEquals(true, EmailAddress.parse("a".repeat(64) + "@example.test").isPresent());
    }

    @Test
    void isQuickForAdversarialInput() {
        assertEquals(
                Optional.empty(),
                assertTimeout(
                        Duration.ofSeconds(1), () -> EmailAddress.parse("a.".repeat(8192) + "@" + ".".repeat(16384))));
    }
}
