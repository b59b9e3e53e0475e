package dev.gatehouse.auth.login.challenge;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.IpTrust;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AuthStack
class LongPollIT {
    @Inject
    WaiterLimit waiters;

    @Inject
    People people;

    @Inject
    IpTrust ipTrust;

    @AfterEach
    void turnIpTrustOff() {
        ipTrust.off();
    }

    @Test
    void aClientThatDisconnectsStopsWaiting() throws IOException {
        // Given
        ipTrust.on();
        Person agent = people.agent();
        String id = Browser.of(agent).login(agent).path("challenge.id");

        // When
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            client.getOutputStream().write(request(Browser.of(agent), id));
            await().until(() -> waiters.total() == 1);
        }

        // Then
        await().until(() -> waiters.total() == 0);
        assertEquals(0, waiters.total());
    }

    private byte[] request(Browser browser, String id) {
        return ("GET " + browser.path("/login-challenges/" + id) + "?wait=25 HTTP/1.1\r\n"
                        + "Host: localhost\r\n"
                        + "X-Forwarded-For: " + browser.ip() + "\r\n"
                        + "User-Agent: " + browser.userAgent() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
