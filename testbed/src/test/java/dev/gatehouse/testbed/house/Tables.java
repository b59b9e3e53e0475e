package dev.gatehouse.testbed.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rule 16: a table is named in the statements and mappings of one package only, which so owns what is in it. */
final class Tables {
    private static final Pattern CREATED = Pattern.compile("(?i)CREATE\\s+(?:TABLE|VIEW)\\s+(\\w+)");
    private static final Pattern USED =
            Pattern.compile("(?:\\b(?:FROM|INTO|UPDATE|JOIN|TABLE) |@Table\\(name = \")(\\w+)");

    /**
     * The outbox is how one package hands its rows to another: {@code event} inserts, {@code relay} publishes and
     * deletes.
     */
    private static final Set<String> HANDED_OVER = Set.of("outbox");

    private Tables() {}

    /** Tables that more than one package of the same module names, with the packages. */
    static Map<String, Set<String>> shared(List<Path> mainFolders) throws IOException {
        Map<String, Set<String>> shared = new TreeMap<>();
        for (Path main : mainFolders) {
            Map<String, Set<String>> users = users(main);
            users.keySet().removeAll(HANDED_OVER);
            users.values().removeIf(packages -> packages.size() < 2);
            users.forEach((table, packages) -> shared.put(main + ": " + table, packages));
        }
        return shared;
    }

    private static Map<String, Set<String>> users(Path main) throws IOException {
        Set<String> created = new TreeSet<>();
        for (Path migration : files(main.resolve("resources/db"), ".sql")) {
            Matcher table = CREATED.matcher(Files.readString(migration));
            while (table.find()) {
                created.add(table.group(1).toLowerCase(Locale.ROOT));
            }
        }
        Map<String, Set<String>> users = new TreeMap<>();
        Path sources = main.resolve("java");
        for (Path source : files(sources, ".java")) {
            Matcher table = USED.matcher(Files.readString(source));
            while (table.find()) {
                if (created.contains(table.group(1))) {
                    users.computeIfAbsent(table.group(1), name -> new TreeSet<>())
                            .add(sources.relativize(source.getParent()).toString());
                }
            }
        }
        return users;
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
