package dev.gatehouse.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A class-data archive of one program: written once when the program is ready for the first time, and mapped in by
 * later starts instead of loading a few thousand classes again.
 *
 * <p>It is not written when the program ends, where the JVM offers it too: that took up to 25 s of every first stop.
 *
 * <p>The archive fits one Java and one build of the class path, so both are in its name.
 */
public record ClassArchive(String program, Path file) {
    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(30);

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

    /** The JVM options that use the archive, or record what {@link #write} needs while there is none. */
    public List<String> options() {
        return isMissing()
                ? List.of("-XX:+RecordDynamicDumpInfo", "-Xlog:cds=off", "-Xlog:cds+dynamic=off")
                : List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** Whether a program that is ready should be asked to write it. */
    public boolean isMissing() {
        return Files.notExists(file);
    }

    /**
     * Lets the running program write the archive; returns when it is there. The program stands still meanwhile. Later
     * starts work without an archive too, so a failure is logged and nothing else.
     */
    public void write(Child running) throws IOException {
        Path draft = file.resolveSibling(
                file.getFileName() + "." + running.identity().pid());
        try {
            Process dump = new ProcessBuilder(
                            Java.tool("jcmd"),
                            Long.toString(running.identity().pid()),
                            "VM.cds",
                            "dynamic_dump",
                            draft.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (dump.waitFor(WRITTEN_WITHIN.toSeconds(), TimeUnit.SECONDS) && Files.exists(draft)) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                dump.destroyForcibly();
                LOG.info("no class archive of {} was written", program);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static long stamp(Path build) throws IOException {
        return 31 * Files.getLastModifiedTime(build).toMillis() + Files.size(build);
    }
}
