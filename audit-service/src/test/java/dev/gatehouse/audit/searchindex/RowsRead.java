package dev.gatehouse.audit.searchindex;

import dev.gatehouse.chassis.testkit.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts the rows that the storage engine hands out for a statement. */
final class RowsRead {
    private RowsRead() {}

    static long by(Database database, String sql, Object... values) {
        try (Connection connection = database.asDdl()) {
            long before = counter(connection);
            run(connection, sql, values);
            return counter(connection) - before;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(sql, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.last();
            }
        }
    }

    private static long counter(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read_%'")) {
            long sum = 0;
            while (rows.next()) {
                sum += rows.getString(1).startsWith("Handler_read_rnd") ? 0 : rows.getLong(2);
            }
            return sum;
        }
    }
}
