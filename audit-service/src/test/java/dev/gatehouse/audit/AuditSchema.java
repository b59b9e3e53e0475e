package dev.gatehouse.audit;

import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;

/** The schema of the audit service, seen from outside. */
public final class AuditSchema {
    /** Its name. */
    public static final String NAME = "gatehouse_audit";

    private AuditSchema() {}

    /** The database. */
    public static Database database() {
        return StackEnds.database(NAME);
    }
}
