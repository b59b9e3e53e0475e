package dev.gatehouse.iptrust.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Messages;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.event.OutboxMessage;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.security.secret.SharedKeys;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Topics;
import dev.gatehouse.contracts.event.ChallengeKind;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.LoginChallenged;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.arc.Arc;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Plays the other services: publishes their records, and reads what this service publishes. */
public final class SuiteFixture {
    /** The match number of all challenges. */
    public static final String NUMBER = "47";

    private static final String SCHEMA = "gatehouse_ip_trust";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final AtomicInteger COUNTER = new AtomicInteger((int) (System.nanoTime() & 0xfff));
    /** A user agent. */
    public static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0";

    private SuiteFixture() {}

    /** The schema of this service. */
    public static Database database() {
        return StackEnds.database(SCHEMA);
    }

    /** An active agent whose state has arrived. */
    public static AccountState agent() {
        return agent("en", "Europe/Berlin");
    }

    /** An active agent with this language and zone, whose state has arrived. */
    public static AccountState agent(String locale, String timeZone) {
        AccountState account = unknownAgent(locale, timeZone);
        publish(account);
        awaitKnown(account);
        return account;
    }

    /** An active agent whose state is not published yet. */
    public static AccountState unknownAgent(String locale, String timeZone) {
        UUID id = bean(IdGenerator.class).next();
        String email = "agent-" + COUNTER.incrementAndGet() + "@helpdesk.example";
        return new AccountState(id, AccountKind.AGENT, email, "Ada", locale, timeZone, true, AccountStatus.ACTIVE, 1);
    }

    /** The mail address of an account that exists. */
    public static String email(AccountState account) {
        return Objects.requireNonNull(account.email());
    }

    /** Publishes the state of the account. */
    public static void publish(AccountState account) {
        produce(Topic.ACCOUNTS, bean(Messages.class).state(account));
    }

    /** An IPv4 address that no test has used, without a hostname. */
    public static String freshAddress() {
        int number = COUNTER.incrementAndGet();
        return "192.0." + (64 + (number >> 8) % 64) + "." + (number & 0xff);
    }

    /** A login with the right password from this address, challenged. */
    @CanIgnoreReturnValue
    public static LoginChallenged challenge(AccountState account, String ip) {
        return challenge(account, ip, FIREFOX);
    }

    /** The same with this user agent. */
    @CanIgnoreReturnValue
    public static LoginChallenged challenge(AccountState account, String ip, String userAgent) {
        return challenge(account, ip, userAgent, Duration.ofMinutes(15));
    }

    /** The same with this lifetime. */
    @CanIgnoreReturnValue
    public static LoginChallenged challenge(AccountState account, String ip, String userAgent, Duration waits) {
        LoginChallenged challenged = challenged(waits, null, null);
        publish(account.id(), ip, userAgent, challenged);
        return challenged;
    }

    /** A second login from the same place, which joins this challenge. */
    @CanIgnoreReturnValue
    public static LoginChallenged joining(LoginChallenged first, AccountState account, String ip) {
        LoginChallenged challenged = challenged(Duration.ofMinutes(15), first.reference(), null);
        publish(account.id(), ip, FIREFOX, challenged);
        return challenged;
    }

    /** A login to an account that must have a new password. */
    @CanIgnoreReturnValue
    public static LoginChallenged challengeBeforePasswordChange(AccountState account, String ip) {
        LoginChallenged challenged = challenged(Duration.ofMinutes(15), null, ChallengeKind.PASSWORD_CHANGE);
        publish(account.id(), ip, FIREFOX, challenged);
        return challenged;
    }

    private static LoginChallenged challenged(Duration waits, @Nullable UUID joins, @Nullable ChallengeKind then) {
        UUID reference = bean(IdGenerator.class).next();
        return new LoginChallenged(
                Audience.AGENT,
                reference,
                ChallengeKind.IP_VERIFICATION,
                Instant.ofEpochMilli(Instant.now().plus(waits).toEpochMilli()),
                bean(SharedKeys.class).proof(LoginChallenged.MATCH_NUMBER).of(reference, NUMBER),
                joins,
                then,
                then == null ? null : PasswordChangeReason.LOGIN_DENIED);
    }

    /** Publishes an event of auth-service. */
    public static void publish(UUID accountId, String ip, String userAgent, EventData data) {
        SecurityEvent<?> event =
                bean(Events.class).event(data, Origin.SYSTEM).about(accountId).from(ip, userAgent);
        produce(Topic.SECURITY_EVENTS, bean(Messages.class).event(event));
    }

    /** Publishes that the account is erased. */
    public static void erase(AccountState account) {
        produce(
                Topic.ACCOUNTS,
                bean(Messages.class).state(AccountState.erased(account.id(), account.kind(), account.version() + 1)));
    }

    /** The state of the verification of this challenge, when there is one. */
    public static List<String> verificationStates(LoginChallenged challenged) {
        return database()
                .query("SELECT state FROM verification WHERE reference = ?", bytes(challenged.reference()))
                .stream()
                .map(row -> String.valueOf(row.get("state")))
                .toList();
    }

    /** Waits until the verification of this challenge is in this state. */
    public static void awaitVerification(LoginChallenged challenged, String state) {
        Awaitility.await().atMost(TIMEOUT).until(() -> verificationStates(challenged)
                .equals(List.of(state)));
    }

    /** The events about this account that this service published, as JSON, of one type. */
    public static List<String> events(UUID accountId, String type) {
        return StackEnds.topics().all(Topic.SECURITY_EVENTS, accountId.toString()).stream()
                .filter(record -> type.equals(Topics.header(record, "ce_type")))
                .map(SuiteFixture::text)
                .toList();
    }

    /** Waits for the first event of this type about this account. */
    @CanIgnoreReturnValue
    public static String awaitEvent(UUID accountId, String type) {
        return Awaitility.await()
                .atMost(TIMEOUT)
                .until(() -> events(accountId, type), found -> !found.isEmpty())
                .getFirst();
    }

    /** The newest state under this key; {@code nothing} without any. */
    public static String newest(Topic topic, String key) {
        List<ConsumerRecord<String, byte[]>> records = StackEnds.topics().all(topic, key);
        return records.isEmpty() ? "nothing" : text(records.getLast());
    }

    /** Settings as after the installation. */
    @CanIgnoreReturnValue
    public static int resetSettings() {
        return database()
                .update(
                        "UPDATE ip_trust_settings SET enabled = FALSE, scope = 'ALL_AGENTS', trust_duration = 'P30D',"
                                + " verification_seconds = 900, confirmation = 'NUMBER', ipv6_prefix_length = 64,"
                                + " confirmed_enabled = FALSE, confirmed_scope = 'ALL_AGENTS', confirm_by = NULL, version = version + 1");
    }

    /** The form of an id in a column. */
    public static byte[] bytes(UUID id) {
        return UuidBytes.bytes(id);
    }

    /** A bean of the service under test. */
    public static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    private static void awaitKnown(AccountState account) {
        Awaitility.await()
                .atMost(TIMEOUT)
                .until(() -> database().number("SELECT COUNT(*) FROM account WHERE id = ?", bytes(account.id())) == 1);
    }

    private static void produce(Topic topic, OutboxMessage message) {
        byte[] value = message.payload().getBytes(StandardCharsets.UTF_8);
        StackEnds.topics().produce(topic, message.key(), value, message.headers());
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
