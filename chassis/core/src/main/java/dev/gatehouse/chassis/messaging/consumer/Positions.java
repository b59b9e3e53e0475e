package dev.gatehouse.chassis.messaging.consumer;

import dev.gatehouse.chassis.database.SessionSql;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/**
 * The table {@code consumer_position}: the next offset of each partition, and which consumer owns it.
 *
 * <p>The owner is a fence. A consumer claims a partition before it reads the position, and saves only what it still
 * owns: the lock on the row puts a claim either before the transaction of the former owner, which then fails, or after
 * it, and then the claim reads what that saved.
 */
@ApplicationScoped
class Positions {
    private static final String CLAIM = "INSERT INTO consumer_position (topic, partition_no, owner) VALUES ";
    private static final String CLAIM_AGAIN = " ON DUPLICATE KEY UPDATE owner = ?";
    private static final String FIND =
            "SELECT topic, partition_no, next_offset FROM consumer_position WHERE (topic, partition_no) IN ";

    private final Transactions transactions;
    private final UUID owner;

    Positions(Transactions transactions, IdGenerator ids) {
        this.transactions = transactions;
        this.owner = ids.next();
    }

    /** Claims these partitions; the saved positions, without those that have none yet. */
    Uni<Map<TopicPartition, Long>> claim(Collection<TopicPartition> partitions) {
        return transactions.runSql(tx -> claimOn(tx, List.copyOf(partitions)));
    }

    /** Saves these positions of one topic by themselves, for records that have no effect. */
    Uni<Void> save(Map<TopicPartition, Long> next) {
        Position position = at(next);
        return transactions.runStatement(connection -> position.save(connection));
    }

    /** The position with these next offsets, all of one topic. */
    Position at(Map<TopicPartition, Long> next) {
        return new Saved(next);
    }

    private Uni<Map<TopicPartition, Long>> claimOn(SqlConnection tx, List<TopicPartition> partitions) {
        List<Object> claims = new ArrayList<>();
        List<Object> keys = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            Collections.addAll(claims, partition.topic(), partition.partition(), UuidBytes.of(owner));
            Collections.addAll(keys, partition.topic(), partition.partition());
        }
        claims.add(UuidBytes.of(owner));
        String find = FIND + "(" + times(partitions.size(), "(?, ?)") + ")";
        return tx.preparedQuery(CLAIM + times(partitions.size(), "(?, ?, ?)") + CLAIM_AGAIN)
                .execute(Tuple.from(claims))
                .chain(() -> tx.preparedQuery(find).execute(Tuple.from(keys)))
                .map(Positions::offsets);
    }

    private static String times(int times, String part) {
        return String.join(", ", Collections.nCopies(times, part));
    }

    private static Map<TopicPartition, Long> offsets(RowSet<Row> rows) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Row row : rows) {
            Long next = row.getLong("next_offset");
            if (next != null) {
                offsets.put(new TopicPartition(row.getString("topic"), row.getInteger("partition_no")), next);
            }
        }
        return offsets;
    }

    /** A partition belongs to another consumer; what was read of it is dropped, for the other has it too. */
    static final class PartitionLost extends ReadAgain {
        private static final long serialVersionUID = 1L;

        PartitionLost(String topic) {
            super("Another consumer owns partitions of " + topic);
        }
    }

    private final class Saved implements Position {
        private final String topic;
        private final List<Object> numbers = new ArrayList<>();
        private final List<Object> offsets = new ArrayList<>();

        Saved(Map<TopicPartition, Long> next) {
            this.topic = next.keySet().iterator().next().topic();
            next.forEach((partition, offset) -> {
                numbers.add(partition.partition());
                Collections.addAll(offsets, partition.partition(), offset);
            });
        }

        @Override
        public Uni<Void> save() {
            return SessionSql.update(sql(), values()).invoke(this::requireOwned).replaceWithVoid();
        }

        @Override
        public Uni<Void> save(SqlConnection tx) {
            return tx.preparedQuery(sql())
                    .execute(Tuple.from(values()))
                    .map(RowSet::rowCount)
                    .invoke(this::requireOwned)
                    .replaceWithVoid();
        }

        private String sql() {
            int partitions = numbers.size();
            return "UPDATE consumer_position SET next_offset = CASE partition_no"
                    + " WHEN ? THEN ?".repeat(partitions) + " END WHERE topic = ? AND owner = ? AND partition_no IN ("
                    + times(partitions, "?") + ")";
        }

        private List<Object> values() {
            List<Object> values = new ArrayList<>(offsets);
            Collections.addAll(values, topic, UuidBytes.of(owner));
            values.addAll(numbers);
            return values;
        }

        private void requireOwned(int rows) {
            if (rows != numbers.size()) {
                throw new PartitionLost(topic);
            }
        }
    }
}
