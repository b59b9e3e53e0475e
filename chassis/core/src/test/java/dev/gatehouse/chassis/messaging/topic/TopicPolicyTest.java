package dev.gatehouse.chassis.messaging.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.messaging.topic.TopicPolicy.Facts;
import dev.gatehouse.contracts.topic.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicPolicyTest {
    private static final Map<String, String> RIGHT = Map.of(
            "cleanup.policy", "delete",
            "retention.ms", "2678400000",
            "min.insync.replicas", "2",
            "unclean.leader.election.enable", "false");

    @Test
    void findsNothingWrongWithATopicAsItMustBe() {
        assertEquals(List.of(), TopicPolicy.faults(Topic.SECURITY_EVENTS, new Facts(6, 3, RIGHT, 3)));
    }

    @Test
    void asksOneBrokerForNoReplicas() {
        Map<String, String> settings = new HashMap<>(RIGHT);
        settings.put("min.insync.replicas", "1");
        assertEquals(List.of(), TopicPolicy.faults(Topic.SECURITY_EVENTS, new Facts(6, 1, settings, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "cleanup.policy, compact, cleanup.policy is compact instead of delete",
        "retention.ms, 604800000, retention.ms is 604800000 instead of 2678400000",
        "min.insync.replicas, 1, min.insync.replicas is below 2",
        "unclean.leader.election.enable, true, unclean.leader.election.enable is true"
    })
    void saysWhatToChange(String setting, String value, String fault) {
        Map<String, String> settings = new HashMap<>(RIGHT);
        settings.put(setting, value);
        assertEquals(List.of(fault), TopicPolicy.faults(Topic.SECURITY_EVENTS, new Facts(6, 3, settings, 3)));
    }

    @ParameterizedTest
    @CsvSource({"-1", "9999999999"})
    void takesALongerRetention(String retention) {
        Map<String, String> settings = new HashMap<>(RIGHT);
        settings.put("retention.ms", retention);
        assertEquals(List.of(), TopicPolicy.faults(Topic.SECURITY_EVENTS, new Facts(6, 3, settings, 3)));
    }

    @ParameterizedTest
    @CsvSource({"604800000, 1", "3600000, 0", "600000, 0"})
    @DisplayName("C: revocations do not stay for a week because a segment stays open")
    void asksForSegmentsAsShortAsTheRetention(String segment, int faults) {
        Map<String, String> settings = new HashMap<>(RIGHT);
        settings.put("retention.ms", "3600000");
        settings.put("segment.ms", segment);
        assertEquals(
                faults,
                TopicPolicy.faults(Topic.REVOCATIONS, new Facts(1, 3, settings, 3))
                        .size());
    }

    @Test
    void countsPartitionsAndReplicas() {
        assertEquals(
                List.of("it has 12 partitions instead of 6", "a partition has 2 replicas instead of 3"),
                TopicPolicy.faults(Topic.SECURITY_EVENTS, new Facts(12, 2, RIGHT, 3)));
    }
}
