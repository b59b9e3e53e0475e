package dev.gatehouse.localstack.database;

/** The schemas of the suite, one per service that owns data. */
public enum Schema {
    /** Of auth-service. */
    AUTH("gatehouse_auth"),
    /** Of ip-trust-service. */
    IP_TRUST("gatehouse_ip_trust"),
    /** Of notification-service. */
    NOTIFICATION("gatehouse_notification"),
    /** Of audit-service. */
    AUDIT("gatehouse_audit");

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
