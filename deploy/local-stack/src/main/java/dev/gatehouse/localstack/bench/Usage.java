package dev.gatehouse.localstack.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What database and processes have counted so far, by their own account.
 *
 * @param atNanos when, by {@link System#nanoTime}
 * @param counts statements, commits that changed something, and bytes of the database; statements of each service's
 *     user as {@code statements.user}; CPU milliseconds of each process as {@code cpu.part}
 */
record Usage(long atNanos, Map<String, Double> counts) {
    static final String STATEMENTS = "statements";
    static final String COMMITS = "commits";
    static final String BYTES = "bytes";
    static final String STATEMENTS_OF = "statements.";
    static final String CPU_OF = "cpu.";

    private static final String STATUS =
            "SHOW GLOBAL STATUS WHERE variable_name IN" + " ('Questions', 'Bytes_received', 'Bytes_sent')";
    /** Read-write transactions: also those of a single statement, and none that only read. */
    private static final String WRITES =
            "SELECT count FROM information_schema.innodb_metrics WHERE name = 'trx_rw_commits'";

    private static final String USERS = "SELECT user, select_commands + update_commands + other_commands"
            + " FROM information_schema.user_statistics WHERE user LIKE 'gatehouse\\_%\\_app'";

    static Usage now(BenchSuite suite) throws IOException, SQLException {
        Map<String, Double> counts = new HashMap<>();
        try (Connection connection = suite.database();
                Statement statement = connection.createStatement()) {
            Map<String, Double> status = pairs(statement, STATUS);
            counts.put(STATEMENTS, status.getOrDefault("questions", 0.0));
            counts.put(BYTES, status.getOrDefault("bytes_received", 0.0) + status.getOrDefault("bytes_sent", 0.0));
            try (ResultSet writes = statement.executeQuery(WRITES)) {
                counts.put(COMMITS, writes.next() ? writes.getDouble(1) : 0.0);
            }
            pairs(statement, USERS).forEach((user, number) -> counts.put(STATEMENTS_OF + user, number));
        }
        suite.processes().forEach((part, process) -> process.info()
                .totalCpuDuration()
                .ifPresent(cpu -> counts.put(CPU_OF + part, (double) cpu.toMillis())));
        return new Usage(System.nanoTime(), counts);
    }

    /** What was used between the two, less what an idle suite uses in that time. */
    Map<String, Double> since(Usage before, Map<String, Double> idlePerSecond) {
        double seconds = Duration.ofNanos(atNanos - before.atNanos).toMillis() / 1_000.0;
        Map<String, Double> used = new HashMap<>();
        counts.forEach((name, value) -> used.put(
                name, value - before.counts.getOrDefault(name, 0.0) - seconds * idlePerSecond.getOrDefault(name, 0.0)));
        return used;
    }

    /** The same for each second. */
    Map<String, Double> perSecondSince(Usage before) {
        double seconds = Duration.ofNanos(atNanos - before.atNanos).toMillis() / 1_000.0;
        Map<String, Double> used = since(before, Map.of());
        used.replaceAll((name, value) -> value / seconds);
        return used;
    }

    private static Map<String, Double> pairs(Statement statement, String sql) throws SQLException {
        Map<String, Double> pairs = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                pairs.put(rows.getString(1).toLowerCase(Locale.ROOT), rows.getDouble(2));
            }
        }
        return pairs;
    }
}
