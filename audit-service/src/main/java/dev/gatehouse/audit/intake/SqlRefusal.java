package dev.gatehouse.audit.intake;

import io.vertx.mysqlclient.MySQLException;
import java.util.Set;

/** Separates a refusal of the data, which is permanent, from every other failure of the database. */
final class SqlRefusal {
    /**
     * A packet too large, and what MySQL gives no state of its own: a value that does not fit its column's character
     * set, one that a function of a generated column refuses, a check that fails.
     */
    private static final Set<Integer> ABOUT_DATA = Set.of(1153, 1366, 1411, 3819);
    /** SQLSTATE classes of ISO 9075: data exception, integrity constraint violation. */
    private static final String DATA_EXCEPTION = "22";

    private static final String CONSTRAINT_VIOLATION = "23";

    private SqlRefusal() {}

    static boolean is(Throwable failure) {
        return failure instanceof MySQLException refused
                && (ABOUT_DATA.contains(refused.getErrorCode()) || isAboutData(refused.getSqlState()));
    }

    private static boolean isAboutData(String sqlState) {
        return sqlState != null && (sqlState.startsWith(DATA_EXCEPTION) || sqlState.startsWith(CONSTRAINT_VIOLATION));
    }
}
