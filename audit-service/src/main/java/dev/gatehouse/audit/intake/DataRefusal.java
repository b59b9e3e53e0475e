package dev.gatehouse.audit.intake;

import io.vertx.mysqlclient.MySQLException;

/** Tells a database that will never take this data from one that cannot work just now. */
final class DataRefusal {
    private static final int PACKET_TOO_LARGE = 1153;
    /** SQLSTATE classes of ISO 9075: data exception, integrity constraint violation. */
    private static final String DATA_EXCEPTION = "22";

    private static final String CONSTRAINT_VIOLATION = "23";

    private DataRefusal() {}

    static boolean is(Throwable failure) {
        return failure instanceof MySQLException refused
                && (refused.getErrorCode() == PACKET_TOO_LARGE || isAboutData(refused.getSqlState()));
    }

    private static boolean isAboutData(String sqlState) {
        return sqlState != null && (sqlState.startsWith(DATA_EXCEPTION) || sqlState.startsWith(CONSTRAINT_VIOLATION));
    }
}
