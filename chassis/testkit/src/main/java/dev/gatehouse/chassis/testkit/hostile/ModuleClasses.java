package dev.gatehouse.chassis.testkit.hostile;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The compiled classes of a module; there is at least one. */
public final class ModuleClasses {
    private static final String CLASS = ".class";

    private ModuleClasses() {}

    /** Those below these folders, not initialised. */
    public static List<Class<?>> in(List<Path> roots) throws IOException, ReflectiveOperationException {
        List<Class<?>> found = new ArrayList<>();
        for (Path root : roots) {
            for (String name : names(root)) {
                found.add(Class.forName(name, false, ModuleClasses.class.getClassLoader()));
            }
        }
        assertFalse(found.isEmpty());
        return found;
    }

    private static List<String> names(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.startsWith("dev") && name.endsWith(CLASS) && !name.endsWith("-info" + CLASS))
                    .map(name ->
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }
}
