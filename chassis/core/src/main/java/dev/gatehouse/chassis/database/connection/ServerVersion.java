package dev.gatehouse.chassis.database.connection;

import dev.gatehouse.chassis.runtime.suite.RefusedSetting;

/**
 * The product and version of a database server.
 *
 * @param product such as {@code MariaDB} or {@code MySQL}
 */
record ServerVersion(String product, int major, int minor) {
    private static final ServerVersion OLDEST_MARIADB = new ServerVersion("MariaDB", 10, 11);
    private static final ServerVersion OLDEST_MYSQL = new ServerVersion("MySQL", 8, 4);

    /**
     * Accepts the long-term releases that the suite supports, and newer ones.
     *
     * @throws RefusedSetting saying which versions are supported
     */
    void requireSupported() {
        ServerVersion oldest = product.equalsIgnoreCase(OLDEST_MARIADB.product) ? OLDEST_MARIADB : OLDEST_MYSQL;
        if (!product.equalsIgnoreCase(oldest.product) || isOlderThan(oldest)) {
            throw new RefusedSetting("The database server is " + product + " " + major + "." + minor
                    + "; Gatehouse needs MySQL 8.4 or newer, or MariaDB 10.11 or newer");
        }
    }

    private boolean isOlderThan(ServerVersion other) {
        return major < other.major || (major == other.major && minor < other.minor);
    }
}
