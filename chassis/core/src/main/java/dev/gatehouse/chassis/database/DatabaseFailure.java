package dev.gatehouse.chassis.database;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Classifies failures of the database: retry at once, retry later, or never. */
public final class DatabaseFailure {
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int RECORD_CHANGED = 1020;
    private static final int DUPLICATE = 1062;
    private static final Set<Integer> CONTENTION = Set.of(LOCK_WAIT_TIMEOUT, DEADLOCK, RECORD_CHANGED);
    /**
     * Too many connections, shutting down, killed, read-only (a fail-over), out of resources, disk full: codes of
     * MySQL's and MariaDB's error references.
     */
    private static final Set<Integer> AWAY =
            Set.of(1021, 1040, 1041, 1053, 1135, 1203, 1226, 1290, 1317, 1836, 1927, 3100);

    /**
     * A packet too large, and what MySQL gives no state of its own: a value that does not fit its column's character
     * set, one that a function of a generated column refuses, a check that fails.
     */
    private static final Set<Integer> REFUSED = Set.of(1153, 1366, 1411, 3819);
    /** SQLSTATE classes of ISO 9075: data exception, integrity constraint violation. */
    private static final Set<String> ABOUT_DATA = Set.of("22", "23");

    private static final Pattern NO_CONNECTION = Pattern.compile("timeout|closed|not active", Pattern.CASE_INSENSITIVE);
    private static final int DEEPEST_CAUSE = 16;

    private DatabaseFailure() {}

    /** Whether the whole transaction may simply be run again at once. */
    public static boolean isContention(Throwable failure) {
        return causes(failure).anyMatch(cause -> CONTENTION.contains(code(cause)));
    }

    /** Whether the same work can succeed later, without anything else being changed. */
    public static boolean isTransient(Throwable failure) {
        return isContention(failure) || causes(failure).anyMatch(DatabaseFailure::isAway);
    }

    /**
     * What the failure of a piece of work says about trying it again. Waiting is the default: only a refusal of the
     * data is final, because every other answer of a database (full, read-only, locked accounts, missing grants or
     * tables, …) is one that an operator mends.
     */
    public static Kind kind(Throwable failure) {
        if (causes(failure).anyMatch(AwaitsRepair.class::isInstance)) {
            return Kind.PASSING;
        }
        if (causes(failure).anyMatch(DatabaseFailure::isRefusal)) {
            return Kind.REFUSED;
        }
        return causes(failure).anyMatch(cause -> isAway(cause) || (code(cause) != 0 && code(cause) != DUPLICATE))
                ? Kind.PASSING
                : Kind.UNEXPLAINED;
    }

    /** Whether a unique key was violated, because another transaction was first. */
    public static boolean isDuplicate(Throwable failure) {
        return causes(failure).anyMatch(cause -> code(cause) == DUPLICATE);
    }

    private static boolean isRefusal(Throwable cause) {
        String state =
                switch (cause) {
                    case MySQLException mysql -> mysql.getSqlState();
                    case SQLException sql -> sql.getSQLState();
                    default -> null;
                };
        boolean aboutData = state != null && ABOUT_DATA.contains(state.substring(0, Math.min(2, state.length())));
        return REFUSED.contains(code(cause)) || (aboutData && code(cause) != DUPLICATE);
    }

    private static boolean isAway(Throwable cause) {
        return AWAY.contains(code(cause))
                || cause instanceof ClosedConnectionException
                || (cause instanceof IOException && !(cause instanceof JacksonException))
                || cause instanceof TimeoutException
                || isNoConnection(cause);
    }

    /**
     * Pool and client of Vert.x 4 report a timed-out wait and a closed connection by the text of these two only
     * ("Timeout", "Pool closed", "Connection is not active now, current status: CLOSED").
     */
    private static boolean isNoConnection(Throwable cause) {
        String message = cause.getMessage();
        return message != null
                && (cause instanceof VertxException || cause instanceof NoStackTraceThrowable)
                && NO_CONNECTION.matcher(message).find();
    }

    private static int code(Throwable cause) {
        return switch (cause) {
            case MySQLException mysql -> mysql.getErrorCode();
            case SQLException sql -> sql.getErrorCode();
            default -> 0;
        };
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE);
    }

    /** What a failure says about trying the same work again. */
    public enum Kind {
        /** It came from the database, the broker or the network, and says nothing about the data: it ends by itself. */
        PASSING,
        /** The database refuses this data, and always will. */
        REFUSED,
        /** A fault of our own, or a row that another transaction inserted first: it may pass, or not. */
        UNEXPLAINED
    }
}
