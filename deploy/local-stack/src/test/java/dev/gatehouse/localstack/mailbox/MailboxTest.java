package dev.gatehouse.localstack.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {
    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private Mailbox mailbox;

    @BeforeEach
    void start() throws IOException {
        mailbox = Mailbox.start(vertx, folder, 0, 0);
    }

    @AfterEach
    void stop() {
        mailbox.close();
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void listsMailsNewestFirstAndByRecipient() throws Exception {
        send("one@example.test", "First", "Hello Ünïcode", "<p>Hello</p>");
        send("two@example.test", "Second", "Code 123456", "<p>Code</p>");
        send("one@example.test", "Third", "Bye", "<p>Bye</p>");

        JsonArray all = new JsonArray(get("/api/messages").body());
        assertEquals(3, all.size());
        assertEquals("Third", all.getJsonObject(0).getString("subject"));

        JsonArray ofOne =
                new JsonArray(get("/api/messages?to=ONE%40example.test").body());
        assertEquals(2, ofOne.size());
        JsonObject first = ofOne.getJsonObject(1);
        assertEquals("First", first.getString("subject"));
        assertEquals("one@example.test", first.getString("to"));
        assertEquals("Helpdesk <noreply@example.test>", first.getString("from"));
        assertEquals("Hello Ünïcode", first.getString("text").strip());
        assertEquals("<p>Hello</p>", first.getString("html").strip());
        assertTrue(first.getString("date").endsWith("Z"));
        assertEquals(7, first.size());
    }

    @Test
    void keepsMailsOverRestartUntilTheyAreDeleted() throws Exception {
        send("one@example.test", "Kept", "text", "<p>html</p>");
        mailbox.close();
        mailbox = Mailbox.start(vertx, folder, 0, 0);

        JsonArray kept = new JsonArray(get("/api/messages?to=one@example.test").body());
        assertEquals("Kept", kept.getJsonObject(0).getString("subject"));

        HttpRequest delete = request("/api/messages").DELETE().build();
        assertEquals(
                204, client.send(delete, HttpResponse.BodyHandlers.ofString()).statusCode());
        assertEquals("[]", get("/api/messages").body());
        mailbox.close();
        mailbox = Mailbox.start(vertx, folder, 0, 0);
        assertEquals("[]", get("/api/messages").body());
    }

    @Test
    void showsForeignTextAsTextAndForeignHtmlOnlyInSandbox() throws Exception {
        send(
                "<script>@example.test",
                "<script>alert(1)</script>",
                "see https://x.test/?a=1&b=\"><b>",
                "<script>x()</script>");
        String id = new JsonArray(get("/api/messages").body()).getJsonObject(0).getString("id");

        HttpResponse<String> list = get("/");
        HttpResponse<String> page = get("/messages/" + id);
        for (HttpResponse<String> shown : List.of(list, page)) {
            assertEquals(200, shown.statusCode());
            assertFalse(shown.body().contains("<script"), shown.body());
            assertTrue(policy(shown).startsWith("default-src 'none'"));
        }
        assertTrue(page.body().contains("href=\"https://x.test/?a=1&amp;b=\">"), page.body());
        assertTrue(page.body().contains("<iframe title="));
        assertTrue(policy(get("/messages/" + id + "/html")).contains("sandbox"));
        assertFalse(policy(get("/messages/" + id + "/html")).contains("script"));
    }

    @Test
    void answersOnlyForLoopbackNames() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), mailbox.webPort())) {
            socket.getOutputStream()
                    .write("GET /api/messages HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
            assertTrue(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .startsWith("HTTP/1.1 421"));
        }
    }

    @Test
    void knowsNoOtherPages() throws Exception {
        assertEquals(404, get("/messages/1").statusCode());
        assertEquals(404, get("/messages/..%2f..%2fetc").statusCode());
        assertEquals(404, get("/nothing").statusCode());
    }

    private static String policy(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + mailbox.webPort() + path));
    }

    private void send(String to, String subject, String text, String html) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(mailbox.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("noreply@example.test", "Helpdesk"));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(to.replace("<script>", "script"), "<script>"));
        message.setSubject(subject, "UTF-8");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(message);
    }
}
