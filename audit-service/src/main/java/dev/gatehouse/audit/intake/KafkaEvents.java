package dev.gatehouse.audit.intake;

import dev.gatehouse.audit.log.AuditEvent;
import dev.gatehouse.audit.log.AuditEvents;
import dev.gatehouse.audit.log.AuditLog;
import dev.gatehouse.audit.log.LogEntry;
import dev.gatehouse.audit.searchindex.SearchIndex;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.consumer.Position;
import dev.gatehouse.chassis.messaging.consumer.Subscription;
import dev.gatehouse.chassis.messaging.consumer.Subscriptions;
import dev.gatehouse.chassis.messaging.inbox.EventCodec;
import dev.gatehouse.contracts.topic.Topic;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes every event into log and index, of a known type or not: a batch in one transaction with its position. */
@ApplicationScoped
class KafkaEvents implements Subscription<AuditEvent>, Subscriptions {
    private final EventCodec codec;
    private final AuditLog log;
    private final SearchIndex index;
    private final Transactions transactions;
    private final IntakeMeters meters;

    KafkaEvents(EventCodec codec, AuditLog log, SearchIndex index, Transactions transactions, IntakeMeters meters) {
        this.codec = codec;
        this.log = log;
        this.index = index;
        this.transactions = transactions;
        this.meters = meters;
    }

    @Override
    public Stream<Subscription<?>> subscriptions() {
        return Stream.of(this);
    }

    @Override
    public Topic topic() {
        return Topic.SECURITY_EVENTS;
    }

    @Override
    public boolean concerns(String type) {
        return true;
    }

    @Override
    public AuditEvent read(ConsumerRecord<String, byte[]> record) {
        return AuditEvents.of(codec.raw(record));
    }

    @Override
    public Uni<Void> take(List<AuditEvent> batch, Position position) {
        return transactions
                .runSql(tx -> append(tx, batch).call(() -> position.save(tx)))
                .invoke(added -> meters.appended(batch.size(), added))
                .replaceWithVoid();
    }

    private Uni<List<LogEntry>> append(SqlConnection tx, List<AuditEvent> events) {
        return log.append(tx, events).call(entries -> index.add(tx, entries));
    }
}
