package dev.gatehouse.localstack.supervision;

import dev.gatehouse.localstack.folder.OwnerOnly;
import dev.gatehouse.localstack.process.ProcessIdentity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What runs, written by the launcher and read by the other commands. */
public final class StateFile {
    private final Path file;

    /** The one in this data folder. */
    public StateFile(Path data) {
        this.file = data.resolve("state.json");
    }

    /**
     * What the file says.
     *
     * @param parts in the order in which they are shown
     */
    public record State(ProcessIdentity launcher, List<PartState> parts) {

        /** Whether a launcher watches the parts. */
        public boolean isLauncherRunning() {
            return launcher.running().isPresent();
        }

        /** Whether every part works, as far as the launcher knows. */
        public boolean isReady() {
            return isLauncherRunning() && parts.stream().allMatch(part -> part.status() == PartState.Status.READY);
        }

        /** Parts that outlived a launcher that was killed. */
        public List<PartState> orphans() {
            if (isLauncherRunning()) {
                return List.of();
            }
            return parts.stream()
                    .filter(part -> part.process()
                            .filter(identity -> identity.pid() != launcher.pid())
                            .flatMap(ProcessIdentity::running)
                            .isPresent())
                    .toList();
        }
    }

    void write(State state) throws IOException {
        JsonArray parts = new JsonArray();
        state.parts().forEach(part -> parts.add(part.asJson()));
        OwnerOnly.write(
                file,
                new JsonObject()
                        .put("pid", state.launcher().pid())
                        .put("startedAtMillis", state.launcher().startedAtMillis())
                        .put("parts", parts)
                        .encodePrettily());
    }

    /** Empty when nothing runs, or when a launcher was stopped in order. */
    public Optional<State> read() throws IOException {
        try {
            JsonObject json = new JsonObject(Files.readString(file));
            return Optional.of(new State(
                    new ProcessIdentity(json.getLong("pid"), json.getLong("startedAtMillis")),
                    json.getJsonArray("parts").stream()
                            .map(part -> PartState.fromJson((JsonObject) part))
                            .toList()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Nothing runs any more. */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
