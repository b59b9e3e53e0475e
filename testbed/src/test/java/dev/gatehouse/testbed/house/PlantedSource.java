package dev.gatehouse.testbed.house;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A source that lies in no file. */
final class PlantedSource extends SimpleJavaFileObject {
    private static final Pattern NAME =
            Pattern.compile("package ([\\w.]+);.*?(?:\\bclass|\\brecord|\\binterface) (\\w+)", Pattern.DOTALL);

    private final String text;

    private PlantedSource(String text) {
        super(uri(text), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    /** Compiles the sources, which may know each other and the JDK. */
    static void compile(List<String> sources, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            manager.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(folder));
            List<PlantedSource> units = sources.stream().map(PlantedSource::new).toList();
            if (!compiler.getTask(null, manager, null, List.of("-proc:none"), null, units)
                    .call()) {
                throw new IllegalStateException("A planted fault does not compile");
            }
        }
    }

    private static URI uri(String text) {
        Matcher name = NAME.matcher(text);
        if (!name.find()) {
            throw new IllegalArgumentException("A source without a name: " + text);
        }
        return URI.create(
                "planted:///" + name.group(1).replace('.', '/') + "/" + name.group(2) + Kind.SOURCE.extension);
    }
}
