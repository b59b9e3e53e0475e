package dev.gatehouse.localstack.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which statements the services send, by the server's own general log. It costs time, so nothing is measured meanwhile.
 */
final class StatementLog {
    private static final Pattern NUMBERS = Pattern.compile("\\d+(?:[:,]+\\d+)*");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int SHOWN = 140;

    private final BenchSuite suite;

    StatementLog(BenchSuite suite) {
        this.suite = suite;
    }

    /**
     * A statement without its values.
     *
     * @param user the service's
     */
    record Entry(String user, String statement, double times) {
        @Override
        public String toString() {
            return "%8.2f  %-26s %s".formatted(times, user, statement);
        }
    }

    void begin() throws SQLException {
        run("SET GLOBAL general_log = 0", "SET GLOBAL log_output = 'TABLE'", "TRUNCATE mysql.general_log");
        run("SET GLOBAL general_log = 1");
    }

    /** Ends the log; the most frequent statements first, each with how often it was sent per operation. */
    List<Entry> end(int operations) throws SQLException {
        run("SET GLOBAL general_log = 0");
        Map<List<String>, Integer> counts = new HashMap<>();
        try (Connection connection = suite.database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT user_host, CONVERT(argument USING utf8mb4)"
                        + " FROM mysql.general_log WHERE command_type IN ('Query', 'Execute')"
                        + " AND user_host LIKE 'gatehouse\\_%\\_app%'")) {
            while (rows.next()) {
                String user = rows.getString(1);
                counts.merge(List.of(user.substring(0, user.indexOf('[')), shape(rows.getString(2))), 1, Integer::sum);
            }
        }
        List<Entry> entries = new ArrayList<>();
        counts.forEach(
                (key, times) -> entries.add(new Entry(key.getFirst(), key.getLast(), times / (double) operations)));
        entries.sort((one, other) -> Double.compare(other.times(), one.times()));
        return entries;
    }

    static String shape(String statement) {
        String shape =
                SPACES.matcher(NUMBERS.matcher(statement).replaceAll("N")).replaceAll(" ");
        return shape.length() <= SHOWN ? shape : shape.substring(0, SHOWN) + "…";
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = suite.database();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
