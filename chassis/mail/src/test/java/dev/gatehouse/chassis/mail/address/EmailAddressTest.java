package dev.gatehouse.chassis.mail.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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

    @ParameterizedTest
    @CsvSource({
        "ada@helpdesk.test, ada@helpdesk.test",
        "Ada.Lovelace+desk@HelpDesk.TEST, ada.lovelace+desk@helpdesk.test",
        "admin@gatehouse.local, admin@gatehouse.local",
        "root@localhost, root@localhost",
        "o'brien@helpdesk.test, o'brien@helpdesk.test",
        "IPEK@HELPDESK.TEST, ipek@helpdesk.test",
        "ada@xn--bcher-kva.test, ada@xn--bcher-kva.test",
        "ada@bücher.test, ada@xn--bcher-kva.test",
        "example@почта.test, example@xn--80a1acny.test",
    })
    void comparesWithoutCaseAndWithoutRegardToAnyLanguage(String written, String key) {
        // When
        EmailAddress email = EmailAddress.parse(written).orElseThrow();

        // Then
        assertEquals(written, email.written());
        assertEquals(key, email.key());
    }

    /** T07: one mailbox has one key, however its domain is written. */
    @ParameterizedTest
    @CsvSource({
        "ada@andr\u00e9.test, ada@andre\u0301.test",
        "ada@bücher.test, ada@xn--bcher-kva.test",
        "ada@BÜCHER.test, ada@XN--BCHER-KVA.test"
    })
    void t07TheSpellingsOfOneDomainAreOneMailbox(String one, String other) {
        assertEquals(
                EmailAddress.parse(one).orElseThrow().key(),
                EmailAddress.parse(other).orElseThrow().key());
    }

    @ParameterizedTest
    @CsvSource({
        "ada@x.test, ada@\u0445.test",
        "ada@x.test, a.da@x.test",
        "ada@x.test, ada+1@x.test",
        "ada@strasse.test, ada@straße.test",
        "a@a.test, a@á.test"
    })
    void whatAMailServerMayTellApartHasTwoKeys(String one, String other) {
        assertNotEquals(
                EmailAddress.parse(one).orElseThrow().key(),
                EmailAddress.parse(other).orElseThrow().key());
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
                "",
                "@",
                "ada",
                "@x.test",
                "ada@",
                " ada@x.test",
                "ada@x.test ",
                "ada @x.test",
                "ada@x..test",
                "ada@.test",
                "ada@x.test.",
                "ada@-x.test",
                "ada@x-.test",
                ".ada@x.test",
                "ada.@x.test",
                "a..da@x.test",
                "ada@@x.test",
                "ada,bob@x.test",
                "ada;bob@x.test",
                "ada@x.test,bob@x.test",
                "Ada <ada@x.test>",
                "\"ada\"@x.test",
                "ada(comment)@x.test",
                "ada@[127.0.0.1]",
                "ada@x.test\r\nBcc: bob@x.test",
                "ada\n@x.test",
                "ada\u2028@x.test",
                "ada\u200b@x.test",
                "ada\u202e@x.test",
                "ada\0@x.test",
                "ada\u00a0@x.test",
                "ada\\@x.test",
                "=?utf-8?q?ada?=@x.test@y.test",
                "ada@x_y.test",
                "a%b@x.test",
                "a=?b@x.test",
                "ärztin@klinik.test",
                "\u0430da@x.test",
            })
    void t08RefusesWhatNoMailCanBeSentTo(String text) {
        assertEquals(Optional.empty(), EmailAddress.parse(text));
    }

    static Stream<String> tooLong() {
        return Stream.of(
                "x".repeat(65) + "@x.test",
                "ada@" + "ä.".repeat(120) + "test",
                "ada@" + "x".repeat(64) + ".test",
                "ada@" + "x.".repeat(130) + "test",
                "x".repeat(1_000_000));
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void refusesWhatIsLongerThanMailServersTake(String typed) {
        assertTrue(EmailAddress.parse(typed).isEmpty());
    }

    @Test
    void takesTheLongestThatMailServersTake() {
        String domain = ("x".repeat(63) + ".").repeat(2) + "x".repeat(61);
        assertEquals(254, ("x".repeat(64) + "@" + domain).length());
        assertTrue(EmailAddress.parse("x".repeat(64) + "@" + domain).isPresent());
        assertFalse(EmailAddress.parse("x".repeat(64) + "@x" + domain).isPresent());
    }

    @Test
    void isQuickForAdversarialInput() {
        assertEquals(
                Optional.empty(),
                assertTimeout(
                        Duration.ofSeconds(1), () -> EmailAddress.parse("a.".repeat(8192) + "@" + ".".repeat(16384))));
    }
}
