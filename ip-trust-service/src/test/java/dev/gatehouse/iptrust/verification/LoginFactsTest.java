package dev.gatehouse.iptrust.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginFactsTest {
    @ParameterizedTest
    @CsvSource({
        "ada@helpdesk.example,a***@helpdesk.example",
        "a@x.test,a***@x.test",
        "'\"odd@name\"@x.test','\"***@x.test'",
        "\uD83D\uDE80rocket@x.test,\uD83D\uDE80***@x.test",
        "nonsense,***",
        "@x.test,***"
    })
    void showsTheFirstLetterAndTheDomainOnly(String email, String masked) {
        assertEquals(masked, LoginFacts.masked(email));
    }
}
