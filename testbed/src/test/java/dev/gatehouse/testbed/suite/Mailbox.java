package dev.gatehouse.testbed.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** The mailbox that the suite delivers to. */
public final class Mailbox {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);

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
    @CanIgnoreReturnValue
    public Mail await(String recipient, String subject) {
        return Awaitility.await("a mail to " + recipient + " about " + subject)
                .atMost(PATIENCE)
                .pollInterval(POLL)
                .until(() -> about(recipient, subject), found -> !found.isEmpty())
                .getFirst();
    }

    /** Every mail to this recipient that asks to verify an address, newest first. */
    public List<Mail> verificationMails(String recipient) {
        return to(recipient).stream().filter(VerificationPage::isLinkedIn).toList();
    }

    /** The newest mail to this recipient that asks to verify an address; waits for it. */
    public Mail awaitVerification(String recipient) {
        return awaitVerification(recipient, PATIENCE);
    }

    /** The same, waiting this long. */
    public Mail awaitVerification(String recipient, Duration limit) {
        return Awaitility.await("a mail to " + recipient + " that asks to verify an address")
                .atMost(limit)
                .pollInterval(POLL)
                .until(() -> verificationMails(recipient), found -> !found.isEmpty())
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
