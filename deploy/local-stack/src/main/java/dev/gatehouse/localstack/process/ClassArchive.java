package dev.gatehouse.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A class-data archive of one program: the JVM writes it when the program ends by itself, and later starts map it in
 * instead of loading a few thousand classes again.
 *
 * <p>The archive fits one Java and one build of the class path, so both are in its name.
 */
public record ClassArchive(String program, Path file) {

    /**
     * The archive of {@code program} for this Java and this build; archives of earlier builds go.
     *
     * <p>Empty for a program that is not packaged: the JVM archives no classes from folders.
     *
     * @param build the jar that is written anew by every build of the program
     */
    public static Optional<ClassArchive> in(Path cache, String program, Path build) throws IOException {
        if (Files.isDirectory(build)) {
            return Optional.empty();
        }
        Files.createDirectories(cache);
        String prefix = program + "-";
        String name = prefix + Runtime.version().feature() + "-" + Long.toHexString(stamp(build)) + ".jsa";
        try (Stream<Path> files = Files.list(cache)) {
            for (Path file : files.toList()) {
                String other = file.getFileName().toString();
                if (other.startsWith(prefix) && other.endsWith(".jsa") && !other.equals(name)) {
                    Files.deleteIfExists(file);
                }
            }
        }
        return Optional.of(new ClassArchive(program, cache.resolve(name)));
    }

    /** The JVM options that use the archive, or make it; quiet, because a missing archive is no fault. */
    public List<String> options() {
        return List.of(
                "-XX:SharedArchiveFile=" + file,
                "-XX:+AutoCreateSharedArchive",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off");
    }

    /** Whether the next orderly end of the program would write it. */
    public boolean isMissing() {
        return Files.notExists(file);
    }

    private static long stamp(Path build) throws IOException {
        return 31 * Files.getLastModifiedTime(build).toMillis() + Files.size(build);
    }
}
