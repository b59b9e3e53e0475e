package dev.gatehouse.chassis.testkit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.state.Revocation;
import dev.gatehouse.contracts.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Access tokens for tests of services that do not mint them, and the news that such a token's session has ended.
 *
 * <p>{@link GatehouseStack} makes the service under test trust their key.
 */
public final class Tokens {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private Tokens() {}

    /** A good token of an agent. */
    public static String agent(UUID account) {
        return ofAgent(account).signed();
    }

    /**
     * A good token of an administrator who has just proven themselves; the revocation feed is kept alive from now on.
     */
    public static String admin(UUID account) {
        return ofAdmin(account).signed();
    }

    /** A good token of an end user, for the audience that end users have. */
    public static String user(UUID account) {
        return new TestToken(account, AccountKind.USER, List.of(Roles.USER)).signed();
    }

    /** A token of an agent to be changed before it is signed. */
    public static TestToken ofAgent(UUID account) {
        return new TestToken(account, AccountKind.AGENT, List.of(Roles.AGENT));
    }

    /** A token of an administrator to be changed before it is signed; the revocation feed is kept alive from now on. */
    public static TestToken ofAdmin(UUID account) {
        Heartbeats.begin();
        return new TestToken(account, AccountKind.AGENT, List.of(Roles.AGENT, Roles.ADMIN));
    }

    /** Every way to break a token that a service must refuse, by name: a source of parameters. */
    public static Map<String, String> broken(UUID account) {
        return BrokenTokens.of(account);
    }

    /** The same token with the other signature that ECDSA allows for it, (r, n − s): good as long as its session is. */
    public static String twin(String token) {
        return BrokenTokens.twin(token);
    }

    /** Publishes that a session has ended, or all sessions of an account that began before a moment. */
    public static void revoke(Revocation revocation) {
        publish(revocation);
    }

    static void publish(Revocation revocation) {
        byte[] value = json(revocation).getBytes(StandardCharsets.UTF_8);
        StackEnds.topics().produce(Topic.REVOCATIONS, revocation.kind().toString(), value, Map.of());
    }

    private static String json(Revocation revocation) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("kind", revocation.kind().toString());
        if (revocation.sessionId() != null) {
            json.put("sessionId", revocation.sessionId().toString());
        }
        if (revocation.accountId() != null) {
            json.put("accountId", revocation.accountId().toString());
        }
        if (revocation.notBefore() != null) {
            json.put("notBefore", MILLISECONDS.format(revocation.notBefore()));
        }
        if (revocation.why() != null) {
            json.put("why", revocation.why());
        }
        return json.toString();
    }
}
