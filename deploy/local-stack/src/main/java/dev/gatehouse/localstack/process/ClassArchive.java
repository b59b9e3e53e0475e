package dev.gatehouse.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * JVM options for class-data archives, which a JVM maps in instead of loading a few thousand classes again. They are
 * quiet, because a program starts without its archive too.
 *
 * <p>A running program is never asked to write its archive: JVMs crashed a moment after it.
 */
public final class ClassArchive {
    private static final List<String> QUIET = List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    private ClassArchive() {}

    /** The archive that the build has made; no options when it has not. */
    public static List<String> madeByBuild(Path archive) {
        return Files.exists(archive) ? with("-XX:SharedArchiveFile=" + archive) : List.of();
    }

    /**
     * An archive that the program writes when it ends in order; no options for a program that is not packaged, because
     * the JVM archives no classes from folders. The archive fits one Java and one build of the class path, so both are
     * in its name; archives of earlier builds are deleted.
     *
     * @param build the jar that is written anew by every build of the program
     */
    public static List<String> madeAtEnd(Path cache, String program, Path build) throws IOException {
        if (Files.isDirectory(build)) {
            return List.of();
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
        return with("-XX:SharedArchiveFile=" + cache.resolve(name), "-XX:+AutoCreateSharedArchive");
    }

    private static List<String> with(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(QUIET);
        return all;
    }

    private static long stamp(Path build) throws IOException {
        return 31 * Files.getLastModifiedTime(build).toMillis() + Files.size(build);
    }
}
