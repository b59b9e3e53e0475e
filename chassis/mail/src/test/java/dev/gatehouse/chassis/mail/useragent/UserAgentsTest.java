package dev.gatehouse.chassis.mail.useragent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
        UserAgent program = UserAgents.read(header);

        // Then
        assertEquals(new UserAgent(browser, system), program);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "<script>alert(1)</script>", "\r\nBcc: a@b", "\u0000\u001b[31m", "\ud800"})
    void saysUnknownRatherThanPassingTextOn(@Nullable String header) {
        // When
        UserAgent program = UserAgents.read(header);

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
        assertEquals(UserAgent.UNKNOWN, UserAgents.read(header));
    }

    /** M4: the digits of a version are the client's own, too. */
    @Test
    void m4ShowsNoVersion() {
        assertEquals(
                new UserAgent("Firefox", "Linux"),
                UserAgents.read("Mozilla/5.0 (X11; Linux x86_64; rv:47.0) Gecko/20100101 Firefox/47.0"));
    }

    @Test
    void isQuickForOversizedInput() {
        // Given
        String header = "Mozilla/5.0 (" + "Windows NT 10.0; ".repeat(100_000);

        // When
        UserAgent program = assertTimeout(Duration.ofSeconds(10), () -> UserAgents.read(header));

        // Then
        assertEquals("Windows", program.system());
    }

    /** An event loop serves many people: a login of somebody hostile must not hold it for 2 ms. */
    @Test
    void holdsNoEventLoopAndAnswersOnIt() throws Exception {
        // Given
        Vertx vertx = Vertx.vertx();
        try {
            Context loop = vertx.getOrCreateContext();
            assertTrue(loop.isEventLoopContext());

            // When
            List<Read> reads =
                    IntStream.range(0, 20).mapToObj(run -> readOn(loop, run)).toList();

            // Then
            Duration held =
                    reads.stream().map(Read::held).min(Duration::compareTo).orElseThrow();
            assertTrue(held.compareTo(Duration.ofMillis(2)) < 0, held::toString);
            reads.forEach(read -> assertEquals(loop, read.answeredOn()));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    /** The slowest header that a search found; each differs, because the last ones are remembered. */
    private static Read readOn(Context loop, int run) {
        String header = "x".repeat(run) + "-SAMSUNG".repeat(64);
        CompletableFuture<Duration> held = new CompletableFuture<>();
        CompletableFuture<@Nullable Context> answered = new CompletableFuture<>();
        loop.runOnContext(ignored -> {
            long start = System.nanoTime();
            UserAgents.describe(header).subscribe().with(agent -> answered.complete(Vertx.currentContext()));
            held.complete(Duration.ofNanos(System.nanoTime() - start));
        });
        return new Read(
                held.orTimeout(10, TimeUnit.SECONDS).join(),
                answered.orTimeout(10, TimeUnit.SECONDS).join());
    }

    private record Read(Duration held, @Nullable Context answeredOn) {}
}
