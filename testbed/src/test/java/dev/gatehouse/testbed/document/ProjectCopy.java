package dev.gatehouse.testbed.document;

import java.nio.file.Path;

/** The project as it is, with what has been built, in a folder where it may be changed. */
final class ProjectCopy {
    private ProjectCopy() {}

    static Path in(Path folder) {
        Path copy = folder.resolve("gatehouse");
        Shell.in(Path.of(System.getProperty("gatehouse.root")))
                .run("mkdir -p '" + copy + "' && tar --exclude=./.git --exclude=./.gatehouse --exclude=./testbed/target"
                        + " --exclude='*/quarkus-app' -cf - . | tar -xf - -C '" + copy + "'");
        return copy;
    }
}
