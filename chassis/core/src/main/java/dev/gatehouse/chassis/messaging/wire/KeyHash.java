package dev.gatehouse.chassis.messaging.wire;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * The hash by which Kafka's own partitioner spreads keys: the partition is the rest of its division by their number.
 */
public final class KeyHash {
    private KeyHash() {}

    /** Never negative. */
    public static int of(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8)));
    }
}
