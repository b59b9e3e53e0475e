package dev.gatehouse.auth.identity.accountimport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An import whose body and report are one conversation. */
@QuarkusTest
@AuthStack
class AccountImportStreamIT {
    private static final String IMPORT = "/admin/api/v1/accounts/import";
    private static final String NDJSON = "application/x-ndjson";
    private static final String HASH =
            "$pbkdf2-sha256$1000$MDEyMzQ1Njc4OWFiY2RlZg$yqSq2SygY1sB4EcH9f2FG0JTMES.wqLsOT5YmiRBplI";

    private final Database database = StackEnds.database(AuthStack.SCHEMA);
    private final String own = "i" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    People people;

    @Inject
    Admins admins;

    @Test
    void stopsWhenTheRightIsWithdrawnMeanwhile() throws IOException {
        // Given
        Person admin = people.administrator();
        try (Socket socket = open(admins.token(admin.id()))) {
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            send(socket.getOutputStream(), 0, AccountImport.BATCH);
            assertTrue(await(answer, "\"line\":" + AccountImport.BATCH + ",").contains("created"));
            assertEquals(AccountImport.BATCH, accounts());

            // When
            int changed = database.update("UPDATE account SET admin = 0 WHERE email_key = ?", admin.email());
            send(socket.getOutputStream(), AccountImport.BATCH, AccountImport.BATCH);

            // Then
            assertEquals(1, changed);
            String last = await(answer, "\"stopped\"");
            assertTrue(last.contains("session-revoked"), last);
            assertEquals(AccountImport.BATCH, accounts());
        }
    }

    @Test
    void whoseRightIsGoneBeforeTheFirstBatchIsAnswered401() throws IOException {
        // Given
        Person admin = people.administrator();
        try (Socket socket = open(admins.token(admin.id()))) {
            int changed = database.update("UPDATE account SET admin = 0 WHERE email_key = ?", admin.email());
            send(socket.getOutputStream(), 0, 1);
            socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            // Then
            assertEquals(1, changed);
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertTrue(answer.readLine().startsWith("HTTP/1.1 401 "));
            assertEquals(0, accounts());
        }
    }

    @Test
    void isNotReadFurtherThanItsReportIsTaken() throws Exception {
        // Given
        byte[] chunk = chunk(
                IntStream.range(0, 100).mapToObj(n -> "{\"email\":\"x\"}\n").reduce("", String::concat));
        try (Socket socket = open(admins.token(people.administrator().id()))) {
            // When
            long written = writtenUntilBlocked(socket, chunk);

            // Then
            assertTrue(written < 64L * 1024 * 1024, () -> "took " + written + " bytes without an answer being read");
        }
    }

    private Socket open(String token) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(30_000);
        socket.getOutputStream()
                .write(("POST " + IMPORT + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                + "\r\nContent-Type: " + NDJSON + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void send(OutputStream body, int from, int count) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int n = from; n < from + count; n++) {
            lines.add(line(n));
        }
        body.write(chunk(String.join("", lines)));
        body.flush();
    }

    private static byte[] chunk(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return (Integer.toHexString(bytes.length) + "\r\n" + text + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String await(BufferedReader answer, String part) throws IOException {
        String line = answer.readLine();
        while (line != null && !line.contains(part)) {
            line = answer.readLine();
        }
        return String.valueOf(line);
    }

    /** Writes without reading; the buffers of both ends fill, and then nothing goes on. */
    private static long writtenUntilBlocked(Socket socket, byte[] chunk) throws Exception {
        java.util.concurrent.atomic.AtomicLong written = new java.util.concurrent.atomic.AtomicLong();
        Thread writer = Thread.ofVirtual().start(() -> {
            try {
                while (written.get() < 64L * 1024 * 1024) {
                    socket.getOutputStream().write(chunk);
                    written.addAndGet(chunk.length);
                }
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            }
        });
        long before = -1;
        while (before != written.get() && writer.isAlive()) {
            before = written.get();
            boolean ended = writer.join(Duration.ofSeconds(3));
            assertFalse(ended && written.get() < chunk.length);
        }
        return written.get();
    }

    private long accounts() {
        return database.number("SELECT COUNT(*) FROM account WHERE email_key LIKE ?", own + ".%");
    }

    private String line(int number) {
        return "{\"email\":\"" + own + "." + number + "@helpdesk.test\",\"displayName\":\"Ada\",\"kind\":\"user\","
                + "\"passwordHash\":\"" + HASH + "\"}\n";
    }
}
