package dev.gatehouse.localstack.supervision;

import dev.gatehouse.localstack.folder.FolderTree;
import dev.gatehouse.localstack.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parts that were stopped on purpose: a file for each, which other processes write for the launcher. */
public final class Holds {
    private final Path folder;

    /** Those of this data folder. */
    public Holds(Path data) {
        this.folder = data.resolve("held");
    }

    /** Whether the part is not to be started again when it ends. */
    public boolean isHeld(String part) {
        return Files.exists(folder.resolve(part));
    }

    /** From now on the part is not started again when it ends. */
    public void hold(String part) throws IOException {
        OwnerOnly.folder(folder);
        OwnerOnly.write(folder.resolve(part), "");
    }

    /** The part may run again; the launcher starts it when it sees that. */
    public void release(String part) throws IOException {
        Files.deleteIfExists(folder.resolve(part));
    }

    /** Nothing is held: a new launcher starts everything. */
    public void clear() throws IOException {
        FolderTree.delete(folder);
    }
}
