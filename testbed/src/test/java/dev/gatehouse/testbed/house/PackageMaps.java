package dev.gatehouse.testbed.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rule 13: a package that only groups others tells the way through them in links, which break when a class moves. */
final class PackageMaps {
    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+[\\w.#(), ]+");
    private static final int FEWEST_LINKS = 2;

    private PackageMaps() {}

    /**
     * Packages that hold other packages but whose documentation is no map of them, as folders. A package that several
     * source folders share needs one map.
     */
    static List<Path> withoutMap(List<Path> sourceFolders) throws IOException {
        Map<Path, Boolean> mapped = new TreeMap<>();
        for (Path sources : sourceFolders) {
            try (Stream<Path> found = Files.walk(sources)) {
                found.filter(Files::isDirectory)
                        .filter(PackageMaps::holdsPackages)
                        .forEach(folder ->
                                mapped.merge(sources.relativize(folder), isMapped(folder), Boolean::logicalOr));
            }
        }
        mapped.values().removeIf(isMapped -> isMapped);
        return mapped.keySet().stream().filter(PackageMaps::isOurs).toList();
    }

    /** The folders dev and dev/gatehouse are no packages of any module. */
    private static boolean isOurs(Path folder) {
        return folder.getNameCount() > 2;
    }

    private static boolean holdsPackages(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.anyMatch(Files::isDirectory);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isMapped(Path folder) {
        return documentation(folder)
                .map(text -> LINK.matcher(text).results().count() >= FEWEST_LINKS)
                .orElse(false);
    }

    private static Optional<String> documentation(Path folder) {
        Path file = folder.resolve("package-info.java");
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
