package dev.gatehouse.chassis.mail.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserAgentsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36 | Chrome | Windows
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36 Edg/128.0.0.0 | Edge | Windows
            Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0 | Firefox | Linux
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15 | Safari | macOS
            Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1 | Mobile Safari | iOS
            Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Mobile Safari/537.36 | Chrome Mobile | Android
            """)
    void namesBrowserAndSystem(String header, String browser, String system) {
        // When
        UserAgent program = UserAgents.describe(header);

        // Then
        assertEquals(new UserAgent(browser, system), program);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "<script>alert(1)</script>", "\r\nBcc: a@b", "\u0000\u001b[31m", "\ud800"})
    void saysUnknownRatherThanPassingTextOn(@Nullable String header) {
        // When
        UserAgent program = UserAgents.describe(header);

        // Then
        assertEquals(UserAgent.UNKNOWN, program);
    }

    /** M4: words of the client that ua-parser copies into the name of a browser. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your number is 47, then press Yes bot/1.0",
                "Your number is 47 bot/1",
                "Call 0800 555 111 nowBot/1.0",
                "example Spider 2",
                "PressYes Crawler/1",
                "Mozilla/5.0 (compatible; Type 47 now Bot/2.1)"
            })
    void m4ShowsNothingThatAClientWrote(String header) {
        assertEquals(UserAgent.UNKNOWN, UserAgents.describe(header));
    }

    /** M4: the digits of a version are the client's own, too. */
    @Test
    void m4ShowsNoVersion() {
        assertEquals(
                new UserAgent("Firefox", "Linux"),
                UserAgents.describe("Mozilla/5.0 (X11; Linux x86_64; rv:47.0) Gecko/20100101 Firefox/47.0"));
    }

    @Test
    void isQuickForOversizedInput() {
        // Given
        String header = "Mozilla/5.0 (" + "Windows NT 10.0; ".repeat(100_000);

        // When
        UserAgent program = assertTimeout(Duration.ofSeconds(10), () -> UserAgents.describe(header));

        // Then
        assertEquals("Windows", program.system());
    }
}
