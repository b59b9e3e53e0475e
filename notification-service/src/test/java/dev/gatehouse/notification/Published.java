package dev.gatehouse.notification;

import com.fasterxml.uuid.Generators;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.messaging.wire.WireJson;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.LoginFailed;
import dev.gatehouse.contracts.event.LoginSucceeded;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.state.AddressState;
import dev.gatehouse.contracts.state.State;
import dev.gatehouse.contracts.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What other services publish, as a test has it happen. */
public final class Published {
    /** The program that sign-ins come with. */
    public static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

    private Published() {}

    /** An id that nothing else has. */
    public static UUID id() {
        return Generators.timeBasedEpochGenerator().generate();
    }

    /** An address that nothing else comes from. */
    public static String ip() {
        return "10." + random() + "." + random() + "." + random();
    }

    /** An agent who speaks English and lives in Berlin. */
    public static AccountState agent(UUID id) {
        return new AccountState(
                id,
                AccountKind.AGENT,
                id + "@example.net",
                "Ada Lovelace",
                "en",
                "Europe/Berlin",
                false,
                AccountStatus.ACTIVE,
                1);
    }

    /** Publishes the agent and returns their id. */
    public static UUID newAgent() {
        AccountState agent = agent(id());
        state(Topic.ACCOUNTS, agent);
        return agent.id();
    }

    /** Publishes what an address is called. */
    public static void hostname(String ip, String hostname) {
        state(Topic.ADDRESSES, new AddressState(ip, hostname, true, false, Instant.now(), 1));
    }

    /** Publishes a state. */
    public static void state(Topic topic, State state) {
        Map<String, String> headers = headers(id(), state.type(), Instant.now());
        StackEnds.topics().produce(topic, state.key(), bytes(WireJson.value(state)), headers);
    }

    /** Publishes that the account was erased. */
    public static void erased(UUID account, long version) {
        state(Topic.ACCOUNTS, AccountState.erased(account, AccountKind.AGENT, version));
    }

    /** A sign-in of this account from this address. */
    public static SecurityEvent<?> login(UUID account, String ip) {
        return event(new LoginSucceeded(Audience.AGENT, List.of("pwd")))
                .about(account)
                .by(Actor.agent(account))
                .from(ip, FIREFOX);
    }

    /** A refused sign-in to this account from this address. */
    public static SecurityEvent<?> failedLogin(UUID account, String ip) {
        return event(new LoginFailed(Audience.AGENT, null))
                .about(account)
                .by(Actor.ANONYMOUS)
                .from(ip, FIREFOX)
                .failed("wrong_password");
    }

    /** An event that happens now. */
    public static <D extends EventData> SecurityEvent<D> event(D data) {
        return SecurityEvent.of(id(), Instant.now(), "auth-service", data);
    }

    /** Publishes the event under the key of its account. */
    @CanIgnoreReturnValue
    public static SecurityEvent<?> happened(SecurityEvent<?> event) {
        return happened(event, String.valueOf(event.accountId()));
    }

    /** Publishes the event under this key: it is consumed after every earlier event with the same key. */
    @CanIgnoreReturnValue
    public static SecurityEvent<?> happened(SecurityEvent<?> event, String key) {
        Map<String, String> headers = headers(event.id(), event.type().wireName(), event.time());
        StackEnds.topics().produce(Topic.SECURITY_EVENTS, key, bytes(WireJson.value(event)), headers);
        return event;
    }

    private static Map<String, String> headers(UUID id, String type, Instant time) {
        return Map.of(
                Headers.SPEC_VERSION,
                "1.0",
                Headers.ID,
                id.toString(),
                Headers.TYPE,
                type,
                Headers.SOURCE,
                "auth-service",
                Headers.TIME,
                time.toString(),
                Headers.CONTENT_TYPE,
                "application/json");
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static int random() {
        return ThreadLocalRandom.current().nextInt(1, 255);
    }
}
