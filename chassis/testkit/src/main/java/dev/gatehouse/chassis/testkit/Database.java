package dev.gatehouse.chassis.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbDataSource;

/** One schema, as its two users see it. */
public final class Database {
    private static final String APP = "_app";
    private static final String OTHERS =
            "SELECT id FROM information_schema.processlist WHERE user = ? AND id <> CONNECTION_ID()";
    private static final int NO_SUCH_CONNECTION = 1094;

    private final StackAddresses stack;
    private final String schema;

    Database(StackAddresses stack, String schema) {
        this.stack = stack;
        this.schema = schema;
    }

    /** The same schema and users on another server of this machine. */
    public Database onPort(int port) {
        return new Database(stack.withDatabaseOn(port), schema);
    }

    /** A connection with the rights of the running service. */
    public Connection asApp() {
        return connect(schema + APP);
    }

    /** A connection with the rights of the migrations. */
    public Connection asDdl() {
        return connect(schema + "_ddl");
    }

    /** Rows by column name, read with the rights of the migrations. */
    public List<Map<String, @Nullable Object>> query(String sql, Object... values) {
        try (Connection connection = asDdl();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<Map<String, @Nullable Object>> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row(rows));
            }
            return all;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** The only value of the only row, as a number. */
    public long number(String sql, Object... values) {
        Object value = query(sql, values).getFirst().values().iterator().next();
        return value == null ? 0 : ((Number) value).longValue();
    }

    /** Changes rows with the rights of the migrations; returns how many. */
    @CanIgnoreReturnValue
    public int update(String sql, Object... values) {
        try (Connection connection = asDdl();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Ends every connection of the runtime user, in the middle of whatever it does. */
    public void killAppConnections() {
        try (Connection own = asApp()) {
            killAllBut(own);
        } catch (SQLException failure) {
            throw new IllegalStateException("Connections were not killed", failure);
        }
    }

    /** Meanwhile the runtime user has another password, and no connection that was made with its own. */
    public void whilePasswordIsAnother(Runnable meanwhile) {
        try (Connection own = asApp()) {
            setPassword(own, "another than " + stack.password(schema + APP));
            try {
                killAllBut(own);
                meanwhile.run();
            } finally {
                setPassword(own, stack.password(schema + APP));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The password was not changed", failure);
        }
    }

    private static void setPassword(Connection own, String password) throws SQLException {
        boolean isMariaDb = own.getMetaData().getDatabaseProductName().equals("MariaDB");
        String value = "'" + password + "'";
        try (Statement statement = own.createStatement()) {
            statement.executeUpdate("SET PASSWORD = " + (isMariaDb ? "PASSWORD(" + value + ")" : value));
        }
    }

    private void killAllBut(Connection own) throws SQLException {
        List<Long> others = new ArrayList<>();
        try (PreparedStatement find = prepared(own, OTHERS, schema + APP);
                ResultSet rows = find.executeQuery()) {
            while (rows.next()) {
                others.add(rows.getLong(1));
            }
        }
        for (Long other : others) {
            kill(own, other);
        }
    }

    private static void kill(Connection own, long other) throws SQLException {
        try (Statement statement = own.createStatement()) {
            statement.executeUpdate("KILL " + other);
        } catch (SQLException failure) {
            if (failure.getErrorCode() != NO_SUCH_CONNECTION) {
                throw failure;
            }
        }
    }

    private Connection connect(String user) {
        String url = "jdbc:mariadb://" + stack.dbHost() + ":" + stack.dbPort() + "/" + schema
                + "?allowPublicKeyRetrieval=true";
        try {
            return new MariaDbDataSource(url).getConnection(user, stack.password(user));
        } catch (SQLException failure) {
            throw new IllegalStateException(url, failure);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static Map<String, @Nullable Object> row(ResultSet rows) throws SQLException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            row.put(rows.getMetaData().getColumnLabel(column), rows.getObject(column));
        }
        return row;
    }
}
