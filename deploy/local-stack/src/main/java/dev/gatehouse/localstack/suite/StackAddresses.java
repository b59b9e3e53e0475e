package dev.gatehouse.localstack.suite;

import dev.gatehouse.localstack.database.DatabaseAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where things are in this run, for services and people.
 *
 * @param adminPasswordFile holds the first administrator's password
 */
public record StackAddresses(StackPorts ports, DatabaseAddress database, Path adminPasswordFile) {
    /** The first administrator. */
    public static final String ADMIN_EMAIL = "admin@gatehouse.local";

    /** The one origin that browsers and scripts use, unless the environment names another in front of it. */
    public String origin(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("GATEHOUSE_ORIGIN"))
                .filter(text -> !text.isBlank())
                .orElse("http://localhost:" + ports.number(StackPort.GATEWAY));
    }

    /** The mailbox's page. */
    public String mailbox() {
        return "http://localhost:" + ports.number(StackPort.MAILBOX);
    }

    /** What Kafka clients connect to. */
    public String kafka() {
        return "127.0.0.1:" + ports.number(StackPort.KAFKA);
    }
}
