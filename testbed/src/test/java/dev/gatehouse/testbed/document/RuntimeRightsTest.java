package dev.gatehouse.testbed.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gatehouse.testbed.house.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the migrations grant to the user that a service works with: to read and write rows of tables that they name, and
 * nothing else. In the log it can add and read only.
 */
class RuntimeRightsTest {
    private static final Pattern GRANT = Pattern.compile("(?m)^GRANT (.+) ON (\\S+) TO (\\S+);$");
    private static final Pattern STATEMENT = Pattern.compile("(?m)^(?!--)\\S.*$");
    private static final Pattern CREATED = Pattern.compile("CREATE (?:TABLE|VIEW) (\\w+)");
    private static final Set<String> ON_ROWS = Set.of("SELECT", "INSERT", "UPDATE", "DELETE");
    private static final Set<String> LOG = Set.of("log_entry", "search_entry");

    private record Grant(Set<String> rights, String table, String user) {}

    @Test
    void areOnRowsOfNamedTablesOnly() throws IOException {
        Set<String> tables = tables();
        List<Grant> grants = grants();

        assertFalse(grants.isEmpty());
        for (Grant grant : grants) {
            assertEquals(Set.of(), without(grant.rights(), ON_ROWS), grant::toString);
            assertEquals(Set.of(), without(Set.of(grant.table()), tables), grant::toString);
            assertEquals("'${app_user}'@'${app_host}'", grant.user());
        }
    }

    @Test
    void inTheLogAreToAddAndToRead() throws IOException {
        List<Grant> ofLog =
                grants().stream().filter(grant -> LOG.contains(grant.table())).toList();

        assertEquals(LOG.size(), ofLog.size());
        ofLog.forEach(grant -> assertEquals(Set.of("SELECT", "INSERT"), grant.rights(), grant::toString));
    }

    private static List<Grant> grants() throws IOException {
        List<Grant> grants = new ArrayList<>();
        for (Path file : migrations("afterMigrate")) {
            String sql = Files.readString(file);
            Matcher statement = STATEMENT.matcher(sql);
            while (statement.find()) {
                Matcher grant = GRANT.matcher(statement.group());
                assertEquals(true, grant.matches(), statement::group);
                grants.add(new Grant(Set.of(grant.group(1).split(", ")), grant.group(2), grant.group(3)));
            }
        }
        return grants;
    }

    private static Set<String> tables() throws IOException {
        Set<String> tables = new TreeSet<>();
        for (Path file : migrations("V")) {
            Matcher table = CREATED.matcher(Files.readString(file));
            while (table.find()) {
                tables.add(table.group(1));
            }
        }
        return tables;
    }

    private static Set<String> without(Set<String> all, Set<String> these) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(these);
        return rest;
    }

    private static List<Path> migrations(String prefix) throws IOException {
        List<Path> migrations = new ArrayList<>();
        for (Path module : Modules.productFolders()) {
            Path folder = module.resolve("resources/db");
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.getFileName().toString().matches(prefix + ".*\\.sql"))
                            .forEach(migrations::add);
                }
            }
        }
        return migrations;
    }
}
