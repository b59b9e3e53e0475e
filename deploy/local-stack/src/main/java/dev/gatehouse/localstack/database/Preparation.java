package dev.gatehouse.localstack.database;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements that make schemas and users, each harmless when run again.
 *
 * <p>Runtime users are made without a single right: the migrations name what each may do, table by table.
 */
final class Preparation {
    private Preparation() {}

    static List<String> schemasAndUsers(DatabasePasswords passwords) {
        List<String> statements = new ArrayList<>();
        for (Schema schema : passwords.schemas()) {
            statements.add("CREATE DATABASE IF NOT EXISTS " + schema.schemaName()
                    + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            statements.addAll(user(schema.migrationUser(), passwords));
            statements.addAll(user(schema.runtimeUser(), passwords));
            statements.add("GRANT ALL PRIVILEGES ON " + schema.schemaName() + ".* TO '" + schema.migrationUser()
                    + "'@'%' WITH GRANT OPTION");
        }
        return statements;
    }

    /** What a server of our own needs besides: no login without a password, and no anonymous user that shadows ours. */
    static List<String> ownServer(DatabasePasswords passwords) {
        List<String> statements = new ArrayList<>(schemasAndUsers(passwords));
        statements.add("DROP USER IF EXISTS ''@'localhost'");
        statements.add("ALTER USER 'root'@'localhost' IDENTIFIED BY '" + passwords.of(DatabasePasswords.ROOT) + "'");
        return statements;
    }

    private static List<String> user(String name, DatabasePasswords passwords) {
        String password = "'" + passwords.of(name) + "'";
        return List.of(
                "CREATE USER IF NOT EXISTS '" + name + "'@'%' IDENTIFIED BY " + password,
                "ALTER USER '" + name + "'@'%' IDENTIFIED BY " + password);
    }
}
