package dev.gatehouse.chassis.messaging.relay;

import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NotEnoughReplicasAfterAppendException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedForMessageFormatException;

/** What a failure to publish is the fault of. */
enum Fault {
    /** The record: no later try can succeed. */
    RECORD,
    /** Its topic: missing, unknown to the client, or not allowed. */
    TOPIC,
    /** Its partition: no leader, too few replicas, no answer. */
    PARTITION,
    /** The producer or the whole broker; the record has nothing to do with it. */
    PRODUCER;

    /** By the exception of the client. Whether the topic was found is said by the caller. */
    static Fault of(Throwable cause, boolean topicFound) {
        return switch (cause) {
            case RecordTooLargeException ignored -> RECORD;
            case RecordBatchTooLargeException ignored -> RECORD;
            case InvalidRecordException ignored -> RECORD;
            case InvalidTimestampException ignored -> RECORD;
            case InvalidTopicException ignored -> RECORD;
            case UnsupportedForMessageFormatException ignored -> RECORD;
            case TopicAuthorizationException ignored -> TOPIC;
            case UnknownTopicOrPartitionException ignored -> TOPIC;
            case BufferExhaustedException ignored -> PRODUCER;
            case RetriableException ignored -> topicFound ? PARTITION : TOPIC;
            default -> PRODUCER;
        };
    }

    /** Whether the broker itself said no, which proves that it can be reached. */
    static boolean isAnswer(Throwable cause) {
        return switch (cause) {
            case UnknownTopicOrPartitionException ignored -> true;
            case NotEnoughReplicasException ignored -> true;
            case NotEnoughReplicasAfterAppendException ignored -> true;
            case CorruptRecordException ignored -> true;
            case AuthorizationException ignored -> true;
            default -> cause.getCause() instanceof UnknownTopicOrPartitionException;
        };
    }
}
