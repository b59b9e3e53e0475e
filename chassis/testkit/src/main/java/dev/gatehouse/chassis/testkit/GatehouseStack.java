package dev.gatehouse.chassis.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Real database, broker and mailbox for a {@code @QuarkusTest}; the argument {@code schema} says whose database user
 * the service under test is. All test processes of a build share the three; each schema has topics of its own.
 */
public final class GatehouseStack implements QuarkusTestResourceLifecycleManager {
    private static final int SECRET_BYTES = 32;

    private String schema = "";

    @Override
    public void init(Map<String, String> arguments) {
        schema = arguments.getOrDefault("schema", "");
        if (schema.isEmpty()) {
            throw new IllegalArgumentException(
                    "Say which schema: @ResourceArg(name = \"schema\", value = \"gatehouse_auth\")");
        }
    }

    @Override
    public Map<String, String> start() {
        StackAddresses stack = StackProcess.running();
        TopicPrefix.choose(schema);
        Map<String, String> settings = new HashMap<>();
        settings.put("GATEHOUSE_DB_HOST", stack.dbHost());
        settings.put("GATEHOUSE_DB_PORT", Integer.toString(stack.dbPort()));
        settings.put("GATEHOUSE_DB_NAME", schema);
        settings.put("GATEHOUSE_DB_USER", schema + "_app");
        settings.put("GATEHOUSE_DB_PASSWORD", stack.password(schema + "_app"));
        settings.put("GATEHOUSE_DB_DDL_USER", schema + "_ddl");
        settings.put("GATEHOUSE_DB_DDL_PASSWORD", stack.password(schema + "_ddl"));
        settings.put("KAFKA_BOOTSTRAP_SERVERS", stack.kafka());
        settings.put("gatehouse.topic-prefix", TopicPrefix.chosen());
        settings.put("GATEHOUSE_MAIL_HOST", stack.dbHost());
        settings.put("GATEHOUSE_MAIL_PORT", Integer.toString(stack.smtpPort()));
        settings.put("gatehouse.secret", secretOfProcess("own"));
        settings.put("gatehouse.shared-secret", secretOfProcess("shared"));
        settings.put("GATEHOUSE_JWKS_URL", TokenKeys.jwksUrl());
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        return settings;
    }

    /** Nothing: the stack serves other test processes too, and ends with the build. */
    @Override
    public void stop() {}

    /**
     * A service that starts again in this process, with other settings, reads what it sealed in the database before.
     */
    private static String secretOfProcess(String name) {
        return System.getProperties()
                .computeIfAbsent("testkit.secret." + name, key -> randomSecret())
                .toString();
    }

    private static String randomSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        ThreadLocalRandom.current().nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }
}
