package dev.gatehouse.localstack.testing;

import dev.gatehouse.localstack.folder.FolderTree;
import dev.gatehouse.localstack.folder.OwnerOnly;
import dev.gatehouse.localstack.process.Child;
import dev.gatehouse.localstack.process.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One throw-away run's folder, named by its process id; folders of runs that are no more are swept with their children.
 */
record RunFolder(Path path) {
    private static final String CHILDREN = "children";

    static RunFolder sweepAndClaim(Path tmp) throws IOException {
        Files.createDirectories(tmp);
        try (Stream<Path> folders = Files.list(tmp)) {
            for (Path folder : folders.filter(RunFolder::isAbandoned).toList()) {
                endChildren(folder.resolve(CHILDREN));
                FolderTree.delete(folder);
            }
        }
        Path own = tmp.resolve(Long.toString(ProcessHandle.current().pid()));
        FolderTree.delete(own);
        OwnerOnly.folder(own);
        return new RunFolder(own);
    }

    void remember(List<Child> children) {
        String lines = children.stream()
                .map(Child::identity)
                .map(identity -> identity.pid() + " " + identity.startedAtMillis() + "\n")
                .collect(Collectors.joining());
        try {
            OwnerOnly.write(path.resolve(CHILDREN), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAbandoned(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(name)).isEmpty();
    }

    private static void endChildren(Path file) throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(" ", 2);
            new ProcessIdentity(Long.parseLong(parts[0]), Long.parseLong(parts[1]))
                    .running()
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
