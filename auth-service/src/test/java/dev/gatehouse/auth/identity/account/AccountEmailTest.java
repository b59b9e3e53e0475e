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
        "ÄRZTIN@Klinik.test, ärztin@klinik.test",
        "IPEK@HELPDESK.TEST, ipek@helpdesk.test",
        "ada@xn--bcher-kva.test, ada@xn--bcher-kva.test",
        "ada@bücher.test, ada@bücher.test",
        "пример@почта.test, пример@почта.test",
    })
    void comparesWithoutCaseAndWithoutRegardToAnyLanguage(String written, String normalised) {
        // When
        AccountEmail email = AccountEmail.parse(written).orElseThrow();

        // Then
        assertEquals(written, email.written());
        assertEquals(normalised, email.normalised());
    }

    @Test
    void composedAndDecomposedAddressesAreTheSame() {
        assertEquals(AccountEmail.parse("andr\u00e9@x.test"), AccountEmail.parse("andre\u0301@x.test"));
    }

    @ParameterizedTest
    @CsvSource({
        "ada@x.test, \u0430da@x.test",
        "ada@x.test, a.da@x.test",
        "ada@x.test, ada+1@x.test",
        "ada@bücher.test, ada@xn--bcher-kva.test",
        "strasse@x.test, straße@x.test",
        "a@x.test, á@x.test"
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
            })
    void refusesWhatIsNoPlainAddress(String typed) {
        assertTrue(AccountEmail.parse(typed).isEmpty());
    }

    static Stream<String> tooLong() {
        return Stream.of(
                "x".repeat(65) + "@x.test",
                "ä".repeat(33) + "@x.test",
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
    @CsvSource({"john@x.test, j***@x.test", "j@x.test, j***@x.test", "ärztin@klinik.test, ä***@klinik.test"})
    void masksAllButTheFirstCharacterOfTheLocalPart(String written, String masked) {
        assertEquals(masked, AccountEmail.parse(written).orElseThrow().masked());
        assertEquals(masked, AccountEmail.parse(written).orElseThrow().toString());
    }

    @Test
    void masksACharacterOutsideTheBasicPlaneWhole() {
        assertEquals(
                "\uD835\uDC9C***@x.test",
                AccountEmail.parse("\uD835\uDC9Cda@x.test").orElseThrow().masked());
    }
}
