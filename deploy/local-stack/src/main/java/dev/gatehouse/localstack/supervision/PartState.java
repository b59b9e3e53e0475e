package dev.gatehouse.localstack.supervision;

import dev.gatehouse.localstack.process.ProcessIdentity;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of one part.
 *
 * @param since when it came into this status
 * @param detail what a person should know besides, or nothing
 */
public record PartState(
        String part,
        Status status,
        int port,
        Optional<ProcessIdentity> process,
        int restarts,
        Instant since,
        String detail) {

    /** What a part is doing. */
    public enum Status {
        /** Its turn has not come. */
        WAITING,
        /** Its process may run already. */
        STARTING,
        /** It works. */
        READY,
        /** It died and is started again after a pause. */
        RESTARTING,
        /** It was asked to end. */
        STOPPING,
        /** It has ended. */
        STOPPED,
        /** It could not be started. */
        FAILED;

        /** The word for it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static PartState waiting(String part, int port) {
        return new PartState(part, Status.WAITING, port, Optional.empty(), 0, Instant.now(), "");
    }

    /** The next status, from now on. */
    public PartState now(Status next, String why) {
        return new PartState(part, next, port, process, restarts, Instant.now(), why);
    }

    /** The status stays, and its time with it. */
    PartState ofProcess(ProcessIdentity identity) {
        return new PartState(part, status, port, Optional.of(identity), restarts, since, detail);
    }

    /** READY, with the time it took since it was STARTING. */
    public PartState ready() {
        return now(Status.READY, seconds(Duration.between(since, Instant.now())));
    }

    /** Ended on purpose. */
    PartState held() {
        return new PartState(part, Status.STOPPED, port, Optional.empty(), restarts, Instant.now(), "on purpose");
    }

    PartState ended(String why) {
        return new PartState(part, Status.RESTARTING, port, Optional.empty(), restarts + 1, Instant.now(), why);
    }

    /** Time as people read it: 0.8 s. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    JsonObject asJson() {
        JsonObject json = new JsonObject()
                .put("part", part)
                .put("status", status.name())
                .put("port", port)
                .put("restarts", restarts)
                .put("since", since.toString())
                .put("detail", detail);
        process.ifPresent(
                identity -> json.put("pid", identity.pid()).put("startedAtMillis", identity.startedAtMillis()));
        return json;
    }

    static PartState fromJson(JsonObject json) {
        Optional<ProcessIdentity> process = json.containsKey("pid")
                ? Optional.of(new ProcessIdentity(json.getLong("pid"), json.getLong("startedAtMillis")))
                : Optional.empty();
        return new PartState(
                json.getString("part"),
                Status.valueOf(json.getString("status")),
                json.getInteger("port"),
                process,
                json.getInteger("restarts"),
                Instant.parse(json.getString("since")),
                json.getString("detail"));
    }
}
