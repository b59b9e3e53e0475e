package dev.gatehouse.testbed.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.testbed.house.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** B6: what becomes of the rows of each table is decided, and done. */
class TableLifetimesTest {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z/-]+)` \\| `(\\w+)` \\| (deleted|bounded|kept) \\| (.+) \\|$");
    private static final Pattern CREATED = Pattern.compile("CREATE TABLE (\\w+)");
    private static final Pattern PURGED = Pattern.compile("Rows(?:\\.of)?\\(\\s*\"(\\w+)\"");

    @Test
    @DisplayName("every table of every migration is in exactly one of the lists")
    void everyTableIsInOneList() throws IOException {
        List<String> created = new ArrayList<>();
        for (Path module : Modules.productFolders()) {
            for (Path migration : files(module.resolve("resources/db"), ".sql")) {
                Matcher table = CREATED.matcher(Files.readString(migration));
                while (table.find()) {
                    created.add(name(module) + ": " + table.group(1));
                }
            }
        }

        List<String> listed = rows().stream().map(Row::table).sorted().toList();
        assertEquals(created.stream().sorted().toList(), listed);
    }

    @Test
    @DisplayName("a table whose rows are deleted is purged by the job that the list names, and no other table is")
    void theJobsDeleteWhatTheListSays() throws IOException {
        List<String> purged = new ArrayList<>();
        for (Path module : Modules.productFolders()) {
            for (Path job : files(module.resolve("java"), "Job.java")) {
                Matcher table = PURGED.matcher(Files.readString(job));
                while (table.find()) {
                    String by = job.getFileName().toString().replace(".java", "");
                    purged.add(name(module) + ": " + table.group(1) + " by `" + by + "`");
                }
            }
        }

        List<String> listed = rows().stream()
                .filter(row -> "deleted".equals(row.fate()))
                .map(row -> row.table() + " by " + row.by())
                .sorted()
                .toList();
        assertEquals(purged.stream().sorted().toList(), listed);
    }

    private record Row(String table, String fate, String by) {}

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        Matcher row = ROW.matcher(Files.readString(Modules.document("data-lifetimes.md")));
        while (row.find()) {
            rows.add(new Row(row.group(1) + ": " + row.group(2), row.group(3), row.group(4)));
        }
        return rows;
    }

    /** Of {@code …/chassis/core/src/main}: {@code chassis/core}. */
    private static String name(Path main) {
        int names = main.getNameCount() - 2;
        String name = main.getName(names - 1).toString();
        return name.endsWith("-service") || "contracts".equals(name) ? name : main.getName(names - 2) + "/" + name;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
