package dev.gatehouse.chassis.messaging.topic;

import dev.gatehouse.contracts.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides what is wrong with a topic as the broker describes it. */
final class TopicPolicy {
    private static final String RETENTION = "retention.ms";
    private static final String SEGMENT = "segment.ms";
    private static final String IN_SYNC = "min.insync.replicas";
    private static final String UNCLEAN = "unclean.leader.election.enable";
    /** So many brokers can keep a record that outlives one of them. */
    private static final int ENOUGH_BROKERS = 3;

    private TopicPolicy() {}

    /**
     * A topic on a broker.
     *
     * @param replicas the least of any partition
     * @param settings those that apply, of the topic or of the broker
     * @param brokers how many the cluster has
     */
    record Facts(int partitions, int replicas, Map<String, String> settings, int brokers) {}

    /** What to change, one sentence each; empty when all is well. */
    static List<String> faults(Topic wanted, Facts facts) {
        List<String> faults = new ArrayList<>();
        if (facts.partitions() != wanted.partitions()) {
            faults.add("it has " + facts.partitions() + " partitions instead of " + wanted.partitions());
        }
        wanted.brokerSettings().forEach((name, value) -> {
            String actual = facts.settings().getOrDefault(name, "");
            if (!suffices(name, value, actual)) {
                faults.add(name + " is " + actual + " instead of " + value);
            }
        });
        if (facts.brokers() >= ENOUGH_BROKERS) {
            faults.addAll(replicationFaults(facts));
        }
        return List.copyOf(faults);
    }

    /** With fewer in sync, "acknowledged by all" may mean one broker, and its loss loses what was acknowledged. */
    private static List<String> replicationFaults(Facts facts) {
        List<String> faults = new ArrayList<>();
        if (facts.replicas() < ENOUGH_BROKERS) {
            faults.add("a partition has " + facts.replicas() + " replicas instead of " + ENOUGH_BROKERS);
        }
        if (number(facts.settings().getOrDefault(IN_SYNC, "1")) < 2) {
            faults.add(IN_SYNC + " is below 2");
        }
        if (facts.settings().getOrDefault(UNCLEAN, "false").equals("true")) {
            faults.add(UNCLEAN + " is true");
        }
        return faults;
    }

    /** More retention than asked for is fine, and so is none that ends (-1); segments may be shorter. */
    private static boolean suffices(String name, String wanted, String actual) {
        if (name.equals(SEGMENT)) {
            return !actual.isEmpty() && number(actual) <= number(wanted);
        }
        if (!name.equals(RETENTION) && !name.equals("delete.retention.ms")) {
            return wanted.equals(actual);
        }
        return !actual.isEmpty() && (number(actual) < 0 || number(actual) >= number(wanted));
    }

    private static long number(String value) {
        return Long.parseLong(value);
    }
}
