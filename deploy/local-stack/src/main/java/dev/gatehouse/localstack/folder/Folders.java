package dev.gatehouse.localstack.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folders of one checkout's local stack. */
public record Folders(Path root, Path data) {

    /** The checkout and data folder that the environment names, or those of the checkout this program was built in. */
    public static Folders detect() {
        Path root = Optional.ofNullable(System.getProperty("gatehouse.root"))
                .or(() -> Optional.ofNullable(System.getenv("GATEHOUSE_ROOT")))
                .map(Path::of)
                .orElseGet(Folders::rootOfThisProgram)
                .toAbsolutePath()
                .normalize();
        return Optional.ofNullable(System.getenv("GATEHOUSE_DATA"))
                .filter(text -> !text.isBlank())
                .map(text -> new Folders(root, Path.of(text).toAbsolutePath().normalize()))
                .orElseGet(() -> of(root));
    }

    /** The usual folders of the checkout at {@code root}. */
    public static Folders of(Path root) {
        return new Folders(root, root.resolve(".gatehouse").resolve("data"));
    }

    /** What can be made again and is shared by all runs. */
    public Path cache() {
        return root.resolve(".gatehouse").resolve("cache");
    }

    /** Parent of the throw-away runs' folders. */
    public Path tmp() {
        return root.resolve(".gatehouse").resolve("tmp");
    }

    /** Where the parts' output goes. */
    public Path logs() {
        return data.resolve("logs");
    }

    private static Path rootOfThisProgram() {
        try {
            Path code = Path.of(Folders.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (Path folder = code; folder != null; folder = folder.getParent()) {
                if (Files.exists(folder.resolve("mvnw"))) {
                    return folder;
                }
            }
            return Path.of("").toAbsolutePath();
        } catch (java.net.URISyntaxException e) {
            throw new java.io.UncheckedIOException(new IOException(e));
        }
    }
}
