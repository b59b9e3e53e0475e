package dev.gatehouse.localstack.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The mails of one recipient, of which each is looked at once. */
final class Inbox {
    private static final Duration WITHIN = Duration.ofSeconds(20);

    private final Visitor mailbox;
    private final String recipient;
    private final Narrator narrator;
    private final Set<String> read = new HashSet<>();

    /** Mails that are there already count as read. */
    Inbox(Visitor mailbox, String recipient, Narrator narrator) {
        this.mailbox = mailbox;
        this.recipient = recipient;
        this.narrator = narrator;
        mails().forEach(mail -> read.add(mail.getString("id")));
    }

    /** The text of the next new mail that is meant. */
    String next(String what, Predicate<JsonObject> isMeant) {
        Stopwatch watch = new Stopwatch();
        JsonObject mail = Polling.until(
                WITHIN,
                () -> unread().stream().filter(isMeant).findFirst(),
                () -> "no " + what + " arrived for " + recipient);
        read.add(mail.getString("id"));
        narrator.seen("mail \"" + mail.getString("subject") + "\" to " + recipient, watch.elapsed());
        return Optional.ofNullable(mail.getString("text")).orElse("");
    }

    private List<JsonObject> unread() {
        return mails().stream()
                .filter(mail -> !read.contains(mail.getString("id")))
                .toList();
    }

    private List<JsonObject> mails() {
        String to = URLEncoder.encode(recipient, StandardCharsets.UTF_8);
        Reply reply = mailbox.get("/api/messages?to=" + to).expect(200, "the mailbox");
        return new JsonArray(reply.body()).stream().map(JsonObject.class::cast).toList();
    }
}
