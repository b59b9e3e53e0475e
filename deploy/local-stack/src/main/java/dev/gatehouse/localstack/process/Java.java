package dev.gatehouse.localstack.process;

import java.io.File;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Java that runs this program, which also runs the children. */
public final class Java {
    private Java() {}

    /** Path of its launcher. */
    public static String launcher() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What this program was started from: its jar, or the first folder of its classes. */
    public static Path build() {
        return Path.of(classPath().split(File.pathSeparator, 2)[0]);
    }

    /** The class path of this program, for children that are part of it and run in folders of their own. */
    public static String classPath() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
