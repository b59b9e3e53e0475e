package dev.gatehouse.auth.identity.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountEmailTest {
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
    void comparesWithoutCaseAndWithoutRegardToAnyLanguage(String written, String normalised) {
        // When
        AccountEmail email = AccountEmail.parse(written).orElseThrow();

        // Then
        assertEquals(written, email.written());
        assertEquals(normalised, email.normalised());
    }

    /** T07: one mailbox is one account, however its domain is written. */
    @ParameterizedTest
    @CsvSource({
        "ada@andr\u00e9.test, ada@andre\u0301.test",
        "ada@bücher.test, ada@xn--bcher-kva.test",
        "ada@BÜCHER.test, ada@XN--BCHER-KVA.test"
    })
    void t07TheSpellingsOfOneDomainAreOneAccount(String one, String other) {
        assertEquals(
                AccountEmail.parse(one).orElseThrow().normalised(),
                AccountEmail.parse(other).orElseThrow().normalised());
    }

    @ParameterizedTest
    @CsvSource({
        "ada@x.test, ada@\u0445.test",
        "ada@x.test, a.da@x.test",
        "ada@x.test, ada+1@x.test",
        "ada@strasse.test, ada@straße.test",
        "a@a.test, a@á.test"
    })
    void whatAMailServerMayTellApartIsTwoAccounts(String one, String other) {
        assertNotEquals(
                AccountEmail.parse(one).orElseThrow().normalised(),
                AccountEmail.parse(other).orElseThrow().normalised());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
    void refusesWhatIsNoPlainAddress(String typed) {
        assertTrue(AccountEmail.parse(typed).isEmpty());
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
        assertTrue(AccountEmail.parse(typed).isEmpty());
    }

    @Test
    void takesTheLongestThatMailServersTake() {
        String domain = ("x".repeat(63) + ".").repeat(2) + "x".repeat(61);
        assertEquals(254, ("x".repeat(64) + "@" + domain).length());
        assertTrue(AccountEmail.parse("x".repeat(64) + "@" + domain).isPresent());
        assertFalse(AccountEmail.parse("x".repeat(64) + "@x" + domain).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"john@x.test, j***@x.test", "j@x.test, j***@x.test"})
    void masksAllButTheFirstCharacterOfTheLocalPart(String written, String masked) {
        assertEquals(masked, AccountEmail.parse(written).orElseThrow().masked());
        assertEquals(masked, AccountEmail.parse(written).orElseThrow().toString());
    }
}
