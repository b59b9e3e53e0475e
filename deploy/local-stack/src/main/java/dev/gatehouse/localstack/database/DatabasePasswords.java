package dev.gatehouse.localstack.database;

import dev.gatehouse.localstack.secret.Secrets;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The passwords of all database users of the stack, by user name; {@code toString} shows none. */
public final class DatabasePasswords {
    static final String ROOT = "root";

    private final Set<Schema> schemas;
    private final Map<String, String> byUser;

    private DatabasePasswords(Set<Schema> schemas, Map<String, String> byUser) {
        this.schemas = schemas;
        this.byUser = byUser;
    }

    /** Takes them from the stack's secrets, which makes the missing ones. */
    public static DatabasePasswords from(Secrets secrets, Set<Schema> schemas) throws IOException {
        Map<String, String> byUser = new LinkedHashMap<>();
        byUser.put(ROOT, secrets.password("database." + ROOT));
        for (Schema schema : schemas) {
            byUser.put(schema.migrationUser(), secrets.password("database." + schema.migrationUser()));
            byUser.put(schema.runtimeUser(), secrets.password("database." + schema.runtimeUser()));
        }
        return new DatabasePasswords(schemas, byUser);
    }

    /** The schemas whose users these are. */
    Set<Schema> schemas() {
        return schemas;
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
