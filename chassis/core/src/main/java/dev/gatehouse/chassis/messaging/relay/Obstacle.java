package dev.gatehouse.chassis.messaging.relay;

import java.util.Optional;

/** What cannot be published for now. */
sealed interface Obstacle {
    /** Whether it stands in the way of this row. */
    boolean blocks(OutboxRow row);

    /** The same in SQL. */
    String condition();

    /** Of this failure; empty if nothing about the row is to blame. */
    static Optional<Obstacle> of(Outcome.Failure failure) {
        OutboxRow row = failure.row();
        return switch (failure.fault()) {
            case RECORD -> Optional.of(new OfKey(row.topic(), row.key(), row.keyHash()));
            case TOPIC -> Optional.of(new OfTopic(row.topic()));
            case PARTITION ->
                Optional.of(new OfPartition(row.topic(), failure.partitions(), row.keyHash() % failure.partitions()));
            case PRODUCER -> Optional.empty();
        };
    }

    /** A whole topic. */
    record OfTopic(String topic) implements Obstacle {
        @Override
        public boolean blocks(OutboxRow row) {
            return row.topic().equals(topic);
        }

        @Override
        public String condition() {
            return "topic = " + quoted(topic);
        }
    }

    /** One of so many partitions. */
    record OfPartition(String topic, int partitions, int partition) implements Obstacle {
        @Override
        public boolean blocks(OutboxRow row) {
            return row.topic().equals(topic) && row.keyHash() % partitions == partition;
        }

        @Override
        public String condition() {
            return "topic = " + quoted(topic) + " AND MOD(key_hash, " + partitions + ") = " + partition;
        }
    }

    /** One key; in SQL by its hash, so that no key stands in a statement. */
    record OfKey(String topic, String key, int keyHash) implements Obstacle {
        @Override
        public boolean blocks(OutboxRow row) {
            return row.topic().equals(topic) && row.keyHash() == keyHash;
        }

        @Override
        public String condition() {
            return "topic = " + quoted(topic) + " AND key_hash = " + keyHash;
        }
    }

    private static String quoted(String topic) {
        return "'" + topic.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
