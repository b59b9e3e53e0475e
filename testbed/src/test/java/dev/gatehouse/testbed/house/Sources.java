package dev.gatehouse.testbed.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** How large sources are: lines of files and methods, files of packages. */
final class Sources {
    private final List<Path> files;

    private Sources(List<Path> files) {
        this.files = files;
    }

    static Sources in(List<Path> folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> found = Files.walk(folder)) {
                files.addAll(
                        found.filter(file -> file.toString().endsWith(".java")).toList());
            }
        }
        return new Sources(files);
    }

    /** Packages with more files than this, and how many they have. */
    Map<Path, Integer> packagesAbove(int most) {
        Map<Path, Integer> packages = new TreeMap<>();
        files.forEach(file -> packages.merge(file.getParent(), 1, Integer::sum));
        packages.values().removeIf(size -> size <= most);
        return packages;
    }

    /** Files with more lines than this, and how many they have. */
    Map<Path, Integer> filesAbove(int most) throws IOException {
        Map<Path, Integer> large = new TreeMap<>();
        for (Path file : files) {
            int lines = Files.readAllLines(file).size();
            if (lines > most) {
                large.put(file, lines);
            }
        }
        return large;
    }

    /** Methods whose body, braces included, has more lines than this. */
    List<String> methodsAbove(int most) throws IOException {
        return parsed((javac, units) -> {
            MethodLengths lengths = new MethodLengths(Trees.instance(javac).getSourcePositions(), most);
            units.forEach(lengths::measure);
            return lengths.tooLong;
        });
    }

    /** Switches with a {@code default} beside a pattern of one of these types. */
    List<String> defaultsOver(Set<String> sealed) throws IOException {
        return parsed((javac, units) -> SealedSwitches.withDefault(units, sealed));
    }

    private List<String> parsed(BiFunction<JavacTask, Iterable<? extends CompilationUnitTree>, List<String>> look)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            var task = compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            if (!(task instanceof JavacTask javac)) {
                throw new IllegalStateException("This compiler shows no trees");
            }
            return look.apply(javac, javac.parse());
        }
    }

    /** The text of every source. */
    Map<Path, String> texts() throws IOException {
        Map<Path, String> texts = new TreeMap<>();
        for (Path file : files) {
            texts.put(file, Files.readString(file));
        }
        return texts;
    }

    private static final class MethodLengths extends TreePathScanner<@Nullable Void, CompilationUnitTree> {
        private final SourcePositions positions;
        private final int most;
        private final List<String> tooLong = new ArrayList<>();

        MethodLengths(SourcePositions positions, int most) {
            this.positions = positions;
            this.most = most;
        }

        void measure(CompilationUnitTree unit) {
            scan(unit, unit);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            if (method.getBody() != null) {
                long first = line(unit, positions.getStartPosition(unit, method.getBody()));
                long last = line(unit, positions.getEndPosition(unit, method.getBody()));
                if (last - first + 1 > most) {
                    tooLong.add(unit.getSourceFile().getName() + ":" + first + " " + method.getName() + " has "
                            + (last - first + 1) + " lines");
                }
            }
            return super.visitMethod(method, unit);
        }

        private static long line(CompilationUnitTree unit, long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
