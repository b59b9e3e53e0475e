package dev.gatehouse.localstack.suite;

import java.util.Locale;

/** A port of the local stack, with its usual number and the setting that changes it. */
public enum StackPort {
    /** The one origin. */
    GATEWAY(8080),
    /** auth-service. */
    AUTH(8081),
    /** ip-trust-service. */
    IP_TRUST(8082),
    /** notification-service. */
    NOTIFICATION(8083),
    /** audit-service. */
    AUDIT(8084),
    /** Health and metrics of auth-service. */
    AUTH_MANAGEMENT(9081),
    /** Health and metrics of ip-trust-service. */
    IP_TRUST_MANAGEMENT(9082),
    /** Health and metrics of notification-service. */
    NOTIFICATION_MANAGEMENT(9083),
    /** Health and metrics of audit-service. */
    AUDIT_MANAGEMENT(9084),
    /** The mailbox's page. */
    MAILBOX(8025),
    /** Where mail is taken. */
    SMTP(1025),
    /** The database. */
    DATABASE(3307),
    /** The broker. */
    KAFKA(9092);

    private final int usual;

    StackPort(int usual) {
        this.usual = usual;
    }

    /** The number it has when nothing else is said. */
    public int usual() {
        return usual;
    }

    /** The environment variable that changes it. */
    public String setting() {
        return "GATEHOUSE_PORT_" + name();
    }

    /** What people call it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where the member answers requests. */
    public static StackPort of(Member member) {
        return valueOf(member.name());
    }

    /** Where the member reports its health; never routed. */
    public static StackPort managementOf(Member member) {
        return valueOf(member.name() + "_MANAGEMENT");
    }
}
