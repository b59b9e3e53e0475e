package dev.gatehouse.chassis.messaging.event;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.contracts.event.AccountEnabled;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.identity.AccountKind;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** A use case to try the outbox with: writes a note and tells of it. */
@Singleton
public class Notes {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final Events events;
    private final IdGenerator ids;
    private final InstantSource clock;

    @Inject
    public Notes(Transactions transactions, Events events, IdGenerator ids, InstantSource clock) {
        this.transactions = transactions;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes a note with this text about the account and returns the event that tells of it. */
    @CanIgnoreReturnValue
    public SecurityEvent<?> write(UUID account, String text) {
        SecurityEvent<?> event = event(account);
        transactions
                .run(() -> insert(text).chain(() -> events.publish(event)))
                .await()
                .atMost(PATIENCE);
        return event;
    }

    /** The same, and then fails. */
    @CanIgnoreReturnValue
    public SecurityEvent<?> writeAndFail(UUID account, String text) {
        SecurityEvent<?> event = event(account);
        transactions
                .run(() -> insert(text).chain(() -> events.publish(event)).invoke(() -> {
                    throw new IllegalStateException("planned");
                }))
                .onFailure(IllegalStateException.class)
                .recoverWithNull()
                .await()
                .atMost(PATIENCE);
        return event;
    }

    public SecurityEvent<?> event(UUID account) {
        return events.event(new AccountEnabled(AccountKind.AGENT, List.of()), Origin.SYSTEM)
                .about(account);
    }

    public Uni<Void> insert(String text) {
        NoteRow note = new NoteRow(ids.next(), text, NoteRow.Mood.GLAD, clock.instant());
        return Panache.getSession().chain(session -> session.persist(note));
    }

    Uni<NoteRow> find(UUID id) {
        return Panache.getSession().chain(session -> session.find(NoteRow.class, id));
    }
}
