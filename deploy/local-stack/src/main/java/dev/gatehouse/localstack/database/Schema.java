package dev.gatehouse.localstack.database;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The schemas: one per service that owns data, and those of tests that are not a service's. */
public enum Schema {
    /** Of auth-service. */
    AUTH("gatehouse_auth"),
    /** Of ip-trust-service. */
    IP_TRUST("gatehouse_ip_trust"),
    /** Of notification-service. */
    NOTIFICATION("gatehouse_notification"),
    /** Of audit-service. */
    AUDIT("gatehouse_audit"),
    /** Of the tests of chassis/core. */
    CHASSIS("gatehouse_chassis"),
    /** Of the tests of chassis/mail. */
    CHASSIS_MAIL("gatehouse_chassis_mail");

    /** The schemas that the suite needs. */
    public static final Set<Schema> OF_SERVICES = Collections.unmodifiableSet(EnumSet.range(AUTH, AUDIT));

    /** The schemas that a server for tests has. */
    public static final Set<Schema> ALL = Collections.unmodifiableSet(EnumSet.allOf(Schema.class));

    private final String schemaName;

    Schema(String schemaName) {
        this.schemaName = schemaName;
    }

    /** The name on the server. */
    public String schemaName() {
        return schemaName;
    }

    /** The user that migrates: everything on its own schema, and may pass it on. */
    public String migrationUser() {
        return schemaName + "_ddl";
    }

    /** The user that the service works with: no right at all until the migrations grant it. */
    public String runtimeUser() {
        return schemaName + "_app";
    }
}
