package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.runtime.log.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The obstacles that are known, each with its own back-off from half a second to five. Not for several threads. */
final class Obstacles {
    private static final Log LOG = Log.of(Obstacles.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Map<Obstacle, Pause> known = new LinkedHashMap<>();

    /** Tries in vain so far, and when the next may be made. */
    private record Pause(int tries, Instant until) {
        Pause longer(Instant now) {
            Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 10));
            return new Pause(tries + 1, now.plus(doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE));
        }
    }

    /** Notes another try in vain; returns how many there were in a row. */
    int found(Obstacle obstacle, Throwable cause, Instant now) {
        Pause pause = known.getOrDefault(obstacle, new Pause(0, now)).longer(now);
        known.put(obstacle, pause);
        if (pause.tries() == 1) {
            LOG.with("obstacle", obstacle).with("cause", cause).warn("Messages wait, others go on");
        }
        return pause.tries();
    }

    /** Notes that a row arrived: what stood in its way does so no more. */
    void passed(OutboxRow row) {
        known.keySet().removeIf(obstacle -> obstacle.blocks(row) && gone(obstacle));
    }

    /** Forgets the obstacles that none of these rows waits for, so that new rows are taken up again. */
    void keepOnlyFor(Collection<OutboxRow> rows) {
        known.keySet().removeIf(obstacle -> rows.stream().noneMatch(obstacle::blocks) && gone(obstacle));
    }

    /** What stands in the way of this row. */
    Optional<Obstacle> before(OutboxRow row) {
        return known.keySet().stream().filter(obstacle -> obstacle.blocks(row)).findFirst();
    }

    /** Whether it is time to try again; if so, once. */
    boolean takeTurn(Obstacle obstacle, Instant now) {
        Pause pause = known.get(obstacle);
        if (pause == null || pause.until().isAfter(now)) {
            return false;
        }
        known.put(obstacle, new Pause(pause.tries(), now.plus(LONGEST_PAUSE)));
        return true;
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    /** The rows behind obstacles as a condition in SQL. */
    String condition() {
        return known.keySet().stream().map(Obstacle::condition).collect(Collectors.joining(") OR (", "(", ")"));
    }

    private static boolean gone(Obstacle obstacle) {
        LOG.with("obstacle", obstacle).info("Messages go on");
        return true;
    }
}
