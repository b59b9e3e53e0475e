package dev.gatehouse.contracts.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.state.AddressState;
import dev.gatehouse.contracts.state.IpTrustState;
import dev.gatehouse.contracts.state.Revocation;
import dev.gatehouse.contracts.state.TrustedAddressState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Everything that is published, with the resources that describe it. */
final class PublishedTypes {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A published type: its folder, its URN, and the record that its value holds. */
    record Published(String name, String folder, String urn, Class<? extends Record> value) {
        JsonNode schema() {
            return read(folder + "/v1/schema.json");
        }

        JsonNode example() {
            return read(folder + "/v1/example.json");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private PublishedTypes() {}

    static Stream<Published> all() {
        return Stream.concat(events(), states());
    }

    static Stream<Published> events() {
        return Arrays.stream(EventType.values())
                .map(type -> new Published(
                        type.wireName(), "/events/" + type.wireName(), type.schema(), SecurityEvent.class));
    }

    static Stream<Published> states() {
        return Stream.of(
                state("account.state", AccountState.class),
                state("trusted-address.state", TrustedAddressState.class),
                state("ip-trust-settings.state", IpTrustState.class),
                state("address.state", AddressState.class),
                state("revocation", Revocation.class));
    }

    static List<String> names() {
        return all().map(Published::name).toList();
    }

    static JsonNode read(String resource) {
        try (InputStream in = PublishedTypes.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "Every published type has a schema and a golden example; missing: " + resource);
            }
            return JSON.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }

    private static Published state(String name, Class<? extends Record> value) {
        return new Published(name, "/states/" + name, "urn:gatehouse:state:" + name + ":1", value);
    }
}
