package dev.gatehouse.contracts.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A topic of the suite with the cleanup policy it must be created with.
 *
 * <p>Order is guaranteed per key only. Log topics keep what happened for a while; state topics keep the newest state of
 * each key for ever, also the one that says that the entity has ended.
 */
public enum Topic {
    /** Everything that happened; key: account id, or the network where there is no account. */
    SECURITY_EVENTS("gatehouse.security-events", 6, Cleanup.DELETE, Duration.ofDays(31)),
    /** Public face of every account; key: account id. */
    ACCOUNTS("gatehouse.accounts", 6, Cleanup.COMPACT, null),
    /** Who is trusted from where until when; key: account id and network. */
    TRUSTED_ADDRESSES("gatehouse.trusted-addresses", 6, Cleanup.COMPACT, null),
    /** Settings that other services must know; key: owner and name. */
    SETTINGS("gatehouse.settings", 1, Cleanup.COMPACT, null),
    /**
     * Sessions that ended before their tokens did; every replica reads all of it, so one partition keeps it in one
     * order.
     */
    REVOCATIONS("gatehouse.revocations", 1, Cleanup.DELETE, Duration.ofHours(1)),
    /** Host names of addresses; key: the address. */
    ADDRESSES("gatehouse.addresses", 6, Cleanup.COMPACT_AND_DELETE, Duration.ofDays(7)),
    /** Posture findings; key: service and check. */
    POSTURE("gatehouse.posture", 1, Cleanup.COMPACT, null),
    /** Error log records; key: service. */
    ERRORS("gatehouse.errors", 1, Cleanup.DELETE, Duration.ofDays(3)),
    /** Records that auth-service could not process. */
    AUTH_DEAD_LETTERS("gatehouse.auth-service.dead-letters", 1, Cleanup.DELETE, Duration.ofDays(30)),
    /** Records that ip-trust-service could not process. */
    IP_TRUST_DEAD_LETTERS("gatehouse.ip-trust-service.dead-letters", 1, Cleanup.DELETE, Duration.ofDays(30)),
    /** Records that notification-service could not process. */
    NOTIFICATION_DEAD_LETTERS("gatehouse.notification-service.dead-letters", 1, Cleanup.DELETE, Duration.ofDays(30)),
    /** Records that audit-service could not process. */
    AUDIT_DEAD_LETTERS("gatehouse.audit-service.dead-letters", 1, Cleanup.DELETE, Duration.ofDays(30));

    /**
     * How long a service may be away without losing anything. The topic of the events keeps them for a day more; the
     * end of a thing is a state that stays for good; revocations and errors are of no use any more after their
     * retention.
     */
    public static final Duration LONGEST_ABSENCE = Duration.ofDays(30);

    private final String topicName;
    private final int partitions;
    private final Cleanup cleanup;
    private final @Nullable Duration retention;

    Topic(String topicName, int partitions, Cleanup cleanup, @Nullable Duration retention) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.cleanup = cleanup;
        this.retention = retention;
    }

    /** The name on the broker. */
    public String topicName() {
        return topicName;
    }

    /** How many partitions it is created with; changing it later breaks the order per key. */
    public int partitions() {
        return partitions;
    }

    /** The broker-side settings ({@code cleanup.policy}, {@code retention.ms}, …) it must be created with. */
    public Map<String, String> brokerSettings() {
        return cleanup.settings(retention);
    }

    private enum Cleanup {
        DELETE("delete"),
        COMPACT("compact"),
        COMPACT_AND_DELETE("compact,delete");

        /** How long a broker goes on writing to the same segment, by default. */
        private static final Duration SEGMENT_OF_BROKERS = Duration.ofDays(7);

        private final String policy;

        Cleanup(String policy) {
            this.policy = policy;
        }

        private Map<String, String> settings(@Nullable Duration retention) {
            Map<String, String> settings = new HashMap<>(Map.of("cleanup.policy", policy));
            if (retention != null) {
                settings.put("retention.ms", Long.toString(retention.toMillis()));
                if (retention.compareTo(SEGMENT_OF_BROKERS) < 0) {
                    // a broker deletes whole segments, so one that stays open keeps its oldest record
                    settings.put("segment.ms", Long.toString(retention.toMillis()));
                }
            }
            if (policy.startsWith(COMPACT.policy)) {
                // no record of ours has no value; this is for those that an operator writes
                settings.put("delete.retention.ms", Long.toString(LONGEST_ABSENCE.toMillis()));
            }
            return Map.copyOf(settings);
        }
    }
}
