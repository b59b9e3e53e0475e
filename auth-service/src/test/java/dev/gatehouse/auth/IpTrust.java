package dev.gatehouse.auth;

import dev.gatehouse.auth.People.Person;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Messages;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.event.OutboxMessage;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.state.IpTrustScope;
import dev.gatehouse.contracts.state.IpTrustState;
import dev.gatehouse.contracts.state.TrustedAddressState;
import dev.gatehouse.contracts.topic.Topic;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Plays ip-trust-service: publishes on its topics. */
@Singleton
public class IpTrust {
    private static final AtomicLong VERSIONS = new AtomicLong(System.currentTimeMillis());

    private final Messages messages;
    private final Events events;

    @Inject
    IpTrust(Messages messages, Events events) {
        this.messages = messages;
        this.events = events;
    }

    public void on(String... networks) {
        settings(new IpTrustState(true, IpTrustScope.ALL_AGENTS, 64, 900, trusted(networks), next()));
    }

    public void onForAdministrators() {
        settings(new IpTrustState(true, IpTrustScope.ADMINS_ONLY, 64, 900, List.of(), next()));
    }

    public void onWithIpv6Prefix(int prefix) {
        settings(new IpTrustState(true, IpTrustScope.ALL_AGENTS, prefix, 900, List.of(), next()));
    }

    public void off() {
        settings(new IpTrustState(false, IpTrustScope.ALL_AGENTS, 64, 900, List.of(), next()));
    }

    /** Sends an old state once more, which changes nothing and is read by whoever waits for the next record. */
    public void offAgain(long version) {
        publish(messages.state(new IpTrustState(false, IpTrustScope.ALL_AGENTS, 64, 900, List.of(), version)));
    }

    public void trusts(Person person, String network) {
        Instant until = Instant.now().plus(Duration.ofDays(30));
        publish(messages.state(new TrustedAddressState(person.id(), network, until, next())));
    }

    public void untrusts(Person person, String network) {
        publish(messages.state(new TrustedAddressState(person.id(), network, Instant.now(), next(), true)));
    }

    public void happened(Person person, EventData data) {
        publish(messages.event(events.event(data, Origin.SYSTEM).about(person.id())));
    }

    public static long next() {
        return VERSIONS.incrementAndGet();
    }

    public void publish(OutboxMessage message) {
        byte[] value = message.payload().getBytes(StandardCharsets.UTF_8);
        Topic topic = Arrays.stream(Topic.values())
                .filter(candidate -> candidate.topicName().equals(message.topic()))
                .findFirst()
                .orElseThrow();
        StackEnds.topics().produce(topic, message.key(), value, message.headers());
    }

    private void settings(IpTrustState state) {
        publish(messages.state(state));
        Eventually.until(() -> StackEnds.database(AuthStack.SCHEMA)
                        .number("SELECT COUNT(*) FROM ip_trust_setting WHERE version = ?", state.version())
                == 1);
    }

    private static List<IpTrustState.TrustedNetwork> trusted(String... networks) {
        return Arrays.stream(networks)
                .map(network -> new IpTrustState.TrustedNetwork(network, null))
                .toList();
    }
}
