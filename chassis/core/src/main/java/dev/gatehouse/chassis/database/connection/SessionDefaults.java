package dev.gatehouse.chassis.database.connection;

import java.util.List;

/**
 * What every session with the database sets for itself, so that it does not depend on the defaults of the server: the
 * isolation level, the strict mode, UTC, and how long a statement waits for a lock.
 */
public final class SessionDefaults {
    private static final String ISOLATION = "REPEATABLE READ";

    /** A blocked statement fails long before its connection is closed, and what it waits for is known. */
    private static final String VARIABLES = "innodb_lock_wait_timeout = 5, time_zone = '+00:00',"
            + " sql_mode = 'STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,"
            + "NO_ENGINE_SUBSTITUTION'";

    private SessionDefaults() {}

    /** The statements that prepare a connection, in the words that MySQL and MariaDB have in common. */
    public static List<String> statements() {
        return List.of("SET SESSION " + VARIABLES, "SET SESSION TRANSACTION ISOLATION LEVEL " + ISOLATION);
    }

    /** The same as further parameters of a JDBC URL of MariaDB's driver. */
    static String jdbcParameters() {
        return "&transactionIsolation=" + ISOLATION.replace(' ', '-') + "&sessionVariables="
                + VARIABLES.replace(" = ", "=").replace(", ", ",");
    }
}
