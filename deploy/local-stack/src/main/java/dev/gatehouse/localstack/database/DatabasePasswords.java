package dev.gatehouse.localstack.database;

import dev.gatehouse.localstack.secret.Secrets;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The passwords of all database users of the stack, by user name; {@code toString} shows none. */
public final class DatabasePasswords {
    static final String ROOT = "root";

    private final Map<String, String> byUser;

    private DatabasePasswords(Map<String, String> byUser) {
        this.byUser = byUser;
    }

    /** Takes them from the stack's secrets, which makes the missing ones. */
    public static DatabasePasswords from(Secrets secrets) throws IOException {
        Map<String, String> byUser = new LinkedHashMap<>();
        byUser.put(ROOT, secrets.password("database." + ROOT));
        for (Schema schema : Schema.values()) {
            byUser.put(schema.migrationUser(), secrets.password("database." + schema.migrationUser()));
            byUser.put(schema.runtimeUser(), secrets.password("database." + schema.runtimeUser()));
        }
        return new DatabasePasswords(byUser);
    }

    /** The password of one user. */
    public String of(String user) {
        return Objects.requireNonNull(byUser.get(user), "no such database user");
    }

    /** The schemas' users with their passwords, without the server's own administrator. */
    public Map<String, String> ofSchemaUsers() {
        Map<String, String> users = new LinkedHashMap<>(byUser);
        users.remove(ROOT);
        return users;
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
