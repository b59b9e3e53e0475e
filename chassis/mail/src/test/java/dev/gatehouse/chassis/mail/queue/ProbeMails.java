package dev.gatehouse.chassis.mail.queue;

import dev.gatehouse.chassis.mail.message.MailText;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Composes mails of the kind {@code probe} to the recipients that a test names, and records the callbacks. */
@Singleton
class ProbeMails implements MailKind {
    static final String KIND = "probe";

    final Map<UUID, Content> contents = new ConcurrentHashMap<>();
    final Set<UUID> failingOnce = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Heard> heard = new ConcurrentLinkedQueue<>();

    /** A callback of the queue. */
    record Heard(UUID subjectId, String what) {}

    /** A subject whose mail goes to this address. */
    UUID to(String address) {
        UUID subject = UUID.randomUUID();
        contents.put(subject, new Content.Ready(address, "probe", MailText.of(Locale.ENGLISH, "x", "y")));
        return subject;
    }

    List<String> heardOf(UUID subject) {
        return heard.stream()
                .filter(call -> call.subjectId().equals(subject))
                .map(Heard::what)
                .toList();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Uni<Content> compose(QueuedMail mail) {
        return Uni.createFrom().item(() -> contents.get(mail.subjectId()));
    }

    @Override
    public Uni<Void> sent(QueuedMail mail) {
        if (failingOnce.remove(mail.subjectId())) {
            return Uni.createFrom().failure(new IllegalStateException("The replica dies between sending and marking"));
        }
        return hear(mail, "sent");
    }

    @Override
    public Uni<Void> dropped(QueuedMail mail, String reason) {
        return hear(mail, "dropped: " + reason);
    }

    @Override
    public Uni<Void> abandoned(QueuedMail mail, Abandonment why) {
        return hear(mail, "abandoned: " + why.reason());
    }

    private Uni<Void> hear(QueuedMail mail, String what) {
        heard.add(new Heard(mail.subjectId(), what));
        return Uni.createFrom().voidItem();
    }
}
