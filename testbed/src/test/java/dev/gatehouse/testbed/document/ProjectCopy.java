package dev.gatehouse.testbed.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project as it is, with what has been built, in a folder where it may be changed. */
final class ProjectCopy {
    private static final Path ROOT = Path.of(System.getProperty("gatehouse.root"));
    /** What other tests of the same build write meanwhile is not needed; tar answers 1 when a file changes under it. */
    private static final String READ =
            "{ tar --exclude=./.git --exclude=./.gatehouse --exclude=./target --exclude=./testbed/target"
                    + " --exclude='*/quarkus-app' --exclude='*-reports' --exclude='*.log' -cf - . || [ $? = 1 ]; }";

    private ProjectCopy() {}

    static Path in(Path folder) throws IOException {
        Path copy = folder.resolve("gatehouse");
        Shell.in(ROOT).run("mkdir -p '" + copy + "' && " + READ + " | tar -xf - -C '" + copy + "'");
        keepCompiled(copy);
        return copy;
    }

    /** The compiler plugin notes absolute paths; with those of another folder it compiles every module again. */
    private static void keepCompiled(Path copy) throws IOException {
        for (Path list : compilerLists(copy)) {
            Files.writeString(list, Files.readString(list).replace(ROOT + "/", copy + "/"));
        }
    }

    private static List<Path> compilerLists(Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(copy)) {
            return files.filter(file -> file.toString().endsWith(".lst"))
                    .filter(file -> file.toString().contains("/target/maven-status/"))
                    .toList();
        }
    }
}
