package dev.gatehouse.chassis.mail.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.chassis.mail.message.MailFailure.Kind;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which refusals end a mail, and which are the operator's to mend: over the wire, because the client words them. */
class SmtpRefusalTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static Vertx vertx;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # at the step  | the server answers                         | and the mail is
            greeting       | 554 no service for you                     | TRANSIENT
            EHLO           | 421 too busy                               | TRANSIENT
            AUTH           | 535 5.7.8 authentication failed            | TRANSIENT
            AUTH           | 454 4.7.0 temporary authentication failure | TRANSIENT
            AUTH           | 534 5.7.9 mechanism too weak               | TRANSIENT
            MAIL           | 530 5.7.0 authentication required          | TRANSIENT
            MAIL           | 550 5.7.1 sender not allowed               | TRANSIENT
            MAIL           | 553 5.1.8 sender domain unknown            | TRANSIENT
            RCPT           | 530 5.7.0 must issue a STARTTLS first      | TRANSIENT
            RCPT           | 554 5.7.1 relay access denied              | TRANSIENT
            RCPT           | 550 5.4.1 no route                         | TRANSIENT
            RCPT           | 451 4.2.0 greylisted                       | TRANSIENT
            RCPT           | 550 5.1.1 no such user                     | PERMANENT
            RCPT           | 550 no such user                           | PERMANENT
            RCPT           | 552 5.2.2 mailbox full                     | PERMANENT
            DATA           | 554 5.3.4 no                               | TRANSIENT
            content        | 554 5.7.1 looks like spam                  | PERMANENT
            content        | 452 4.3.1 disk full                        | TRANSIENT
            """, delimiter = '|')
    void endsAMailOnlyWhereItsRecipientOrItsContentIsRefused(String step, String answer, Kind kind) throws IOException {
        // Given
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server, step, answer));
            SmtpConnection connection = new SmtpConnection(vertx, () -> client(server.getLocalPort()), LIMIT);

            // When
            MailFailure failure = assertThrows(MailFailure.class, () -> connection
                    .send(mail())
                    .onFailure()
                    .transform(MailFailures::of)
                    .await()
                    .atMost(LIMIT));
            connection.close().await().atMost(LIMIT);

            // Then
            assertEquals(kind, failure.kind(), failure::reason);
        }
    }

    private static MailClient client(int port) {
        return MailClient.create(
                vertx,
                new MailConfig()
                        .setHostname("127.0.0.1")
                        .setPort(port)
                        .setLogin(LoginOption.REQUIRED)
                        .setUsername("gatehouse")
                        .setPassword("of-the-last-month"));
    }

    private static MailMessage mail() {
        return new MailMessage()
                .setFrom("gatehouse@gatehouse.test")
                .setTo("ada@gatehouse.test")
                .setSubject("probe")
                .setText("probe");
    }

    private static void serve(ServerSocket server, String step, String refusal) {
        try (Socket client = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = client.getOutputStream()) {
            say(out, step.equals("greeting") ? refusal : "220 ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(step)) {
                    say(out, refusal);
                } else if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                    readContent(in);
                    say(out, refusal);
                } else {
                    say(out, accepting(line));
                }
            }
        } catch (IOException gone) {
            return;
        }
    }

    private static String accepting(String line) {
        if (line.startsWith("EHLO")) {
            return "250-gatehouse.test\r\n250-ENHANCEDSTATUSCODES\r\n250 AUTH PLAIN";
        }
        return line.startsWith("AUTH") ? "235 2.7.0 welcome" : "250 2.0.0 fine";
    }

    private static void readContent(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
