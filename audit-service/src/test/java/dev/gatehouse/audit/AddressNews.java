package dev.gatehouse.audit;

import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.messaging.wire.WireJson;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.state.AddressState;
import dev.gatehouse.contracts.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** What ip-trust-service would say of an address. */
public final class AddressNews {
    private static final Instant TIME = Instant.parse("2026-11-01T08:30:00Z");

    private AddressNews() {}

    /** It has a name that leads back to it. */
    public static void confirmed(String ip, String hostname, long version) {
        send(new AddressState(ip, hostname, true, false, TIME, version));
    }

    /** It claims a name that does not lead back to it. */
    public static void unconfirmed(String ip, String hostname, long version) {
        send(new AddressState(ip, hostname, false, false, TIME, version));
    }

    /** Nothing is known of it any more. */
    public static void ended(String ip, long version) {
        send(new AddressState(ip, null, false, false, TIME, version, true));
    }

    private static void send(AddressState state) {
        byte[] value = WireJson.value(state).getBytes(StandardCharsets.UTF_8);
        StackEnds.topics().produce(Topic.ADDRESSES, state.ip(), value, headers(state.version()));
    }

    private static Map<String, String> headers(long version) {
        return Map.of(
                Headers.ID, AuditRecords.newId().toString(),
                Headers.TYPE, "address.state",
                Headers.SOURCE, "ip-trust-service",
                Headers.TIME, TIME.toString(),
                Headers.VERSION, Long.toString(version));
    }
}
