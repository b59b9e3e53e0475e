package dev.gatehouse.chassis.testkit.cleanup;

import dev.gatehouse.chassis.testkit.Database;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of any table in which one column matters; the others that need a value have some, and refer to nothing. */
final class AnyRow {
    private static final String NEEDED = """
            SELECT column_name AS name, data_type AS type, character_maximum_length AS length
            FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name = ? AND is_nullable = 'NO'
              AND column_default IS NULL AND extra NOT LIKE '%auto_increment%'
            """;

    private AnyRow() {}

    static void insert(Database database, String table, String column, Object value) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> needed : database.query(NEEDED, table)) {
            values.put(String.valueOf(needed.get("name")), some(needed));
        }
        values.put(column, value);
        String sql = "INSERT INTO " + table + " (" + String.join(", ", values.keySet()) + ") VALUES ("
                + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
        try (Connection connection = database.asDdl();
                Statement session = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            session.executeUpdate("SET SESSION foreign_key_checks = 0");
            int index = 0;
            for (Object each : values.values()) {
                index++;
                insert.setObject(index, each);
            }
            insert.executeUpdate();
        }
    }

    private static Object some(Map<String, @Nullable Object> column) {
        return switch (String.valueOf(column.get("type"))) {
            case "binary", "varbinary" -> bytes(length(column));
            case "char", "varchar" -> UUID.randomUUID().toString().substring(0, Math.min(36, length(column)));
            case "text", "mediumtext", "longtext" -> "{}";
            case "datetime" -> "2040-01-01";
            default -> 1;
        };
    }

    private static byte[] bytes(int length) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.max(16, length));
        bytes.putLong(UUID.randomUUID().getLeastSignificantBits());
        bytes.putLong(UUID.randomUUID().getLeastSignificantBits());
        return Arrays.copyOf(bytes.array(), length);
    }

    private static int length(Map<String, @Nullable Object> column) {
        return column.get("length") instanceof Number length ? length.intValue() : 16;
    }
}
