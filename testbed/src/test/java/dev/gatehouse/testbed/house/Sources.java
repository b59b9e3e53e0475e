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
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** How large sources are: lines of files and methods, files of rooms. */
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

    /** Rooms with more files than this, and how many they have. */
    Map<Path, Integer> roomsAbove(int most) {
        Map<Path, Integer> rooms = new TreeMap<>();
        files.forEach(file -> rooms.merge(file.getParent(), 1, Integer::sum));
        rooms.values().removeIf(size -> size <= most);
        return rooms;
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
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            var task = compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            if (!(task instanceof JavacTask javac)) {
                throw new IllegalStateException("This compiler shows no trees");
            }
            MethodLengths lengths = new MethodLengths(Trees.instance(javac).getSourcePositions(), most);
            for (CompilationUnitTree unit : javac.parse()) {
                lengths.measure(unit);
            }
            return lengths.tooLong;
        }
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
