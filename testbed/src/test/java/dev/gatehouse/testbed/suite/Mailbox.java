package dev.gatehouse.testbed.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** The mailbox that the suite delivers to. */
public final class Mailbox {
    private final Visitor reader;

    Mailbox(URI address) {
        this.reader = Visitor.to(address);
    }

    /** What has arrived for this recipient, newest first. */
    public List<Mail> to(String recipient) {
        JsonNode messages = reader.get("/api/messages?to=" + URLEncoder.encode(recipient, StandardCharsets.UTF_8))
                .expect(200)
                .json();
        return StreamSupport.stream(messages.spliterator(), false).map(Mail::of).toList();
    }

    /** The newest mail to this recipient whose subject contains this; waits for it. */
    public Mail await(String recipient, String subject) {
        return await(recipient, subject, Duration.ofSeconds(15));
    }

    /** The same, waiting this long. */
    public Mail await(String recipient, String subject, Duration limit) {
        return Awaitility.await("a mail to " + recipient + " about " + subject)
                .atMost(limit)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> about(recipient, subject), found -> !found.isEmpty())
                .getFirst();
    }

    private List<Mail> about(String recipient, String subject) {
        return to(recipient).stream()
                .filter(mail -> mail.subject().contains(subject))
                .toList();
    }

    /** One message. */
    public record Mail(String to, String subject, String text, String html) {
        static Mail of(JsonNode message) {
            return new Mail(
                    message.get("to").asText(),
                    message.get("subject").asText(),
                    message.get("text").asText(),
                    message.get("html").asText());
        }
    }
}
