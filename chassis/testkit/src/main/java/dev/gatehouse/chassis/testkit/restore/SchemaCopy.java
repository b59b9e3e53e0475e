package dev.gatehouse.chassis.testkit.restore;

import dev.gatehouse.chassis.testkit.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rows of all tables of a schema as they were at one moment, to be put back later. */
public final class SchemaCopy implements AutoCloseable {
    private static final String PREFIX = "copy_of_";
    /** Generated columns are left out: they follow from the others. */
    private static final String COLUMNS = "SELECT c.table_name AS t, GROUP_CONCAT(CONCAT('`', c.column_name, '`')) AS c"
            + " FROM information_schema.columns c JOIN information_schema.tables t"
            + " ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
            + " WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
            + " AND c.table_name NOT LIKE 'copy\\_of\\_%' AND c.table_name <> 'flyway_schema_history'"
            + " AND COALESCE(c.generation_expression, '') = '' GROUP BY c.table_name";

    private final Database database;
    private final Map<String, String> columns = new LinkedHashMap<>();

    private SchemaCopy(Database database) {
        this.database = database;
        database.query(COLUMNS).forEach(row -> columns.put(String.valueOf(row.get("t")), String.valueOf(row.get("c"))));
    }

    /** Copies what is there now, in one transaction. */
    public static SchemaCopy of(Database database) {
        SchemaCopy copy = new SchemaCopy(database);
        copy.columns.keySet().forEach(table -> {
            database.update("DROP TABLE IF EXISTS " + PREFIX + table);
            database.update("CREATE TABLE " + PREFIX + table + " LIKE " + table);
        });
        copy.inOneTransaction(copy.columns.keySet().stream()
                .map(table -> copy.insert(PREFIX + table, table))
                .toList());
        return copy;
    }

    /**
     * Puts everything back, in one transaction. The positions of the consumer have no owner then, so that the running
     * service claims its partitions as one does that was started again.
     */
    public void restore() {
        List<String> statements = new ArrayList<>(List.of("SET SESSION foreign_key_checks = 0"));
        columns.keySet().forEach(table -> {
            statements.add("DELETE FROM " + table);
            statements.add(insert(table, PREFIX + table));
        });
        statements.add("UPDATE consumer_position SET owner = UNHEX(REPEAT('00', 16))");
        inOneTransaction(statements);
    }

    @Override
    public void close() {
        columns.keySet().forEach(table -> database.update("DROP TABLE IF EXISTS " + PREFIX + table));
    }

    private String insert(String into, String from) {
        String names = columns.getOrDefault(into.startsWith(PREFIX) ? from : into, "");
        return "INSERT INTO " + into + " (" + names + ") SELECT " + names + " FROM " + from;
    }

    private void inOneTransaction(List<String> statements) {
        try (Connection owner = database.asDdl();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
            owner.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException("The copy failed", failure);
        }
    }
}
