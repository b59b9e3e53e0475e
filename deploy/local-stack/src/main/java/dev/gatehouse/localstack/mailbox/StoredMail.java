package dev.gatehouse.localstack.mailbox;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One mail as one recipient got it.
 *
 * @param to the envelope's recipient, whatever the header says
 * @param html null when the mail has no such part
 */
record StoredMail(
        String id,
        String from,
        String to,
        String subject,
        Instant receivedAt,
        String text,
        @Nullable String html) {

    boolean isFor(String address) {
        return to.equalsIgnoreCase(address);
    }

    JsonObject asJson() {
        return new JsonObject()
                .put("id", id)
                .put("from", from)
                .put("to", to)
                .put("subject", subject)
                .put("date", receivedAt.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("text", text)
                .put("html", html);
    }
}
