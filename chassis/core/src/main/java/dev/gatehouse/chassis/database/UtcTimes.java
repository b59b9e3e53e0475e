package dev.gatehouse.chassis.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The form of a time in a {@code DATETIME(3)} column, as the SQL client wants it: UTC, cut to milliseconds. */
public final class UtcTimes {
    private UtcTimes() {}

    /** The time as a column holds it. Cut, because the server would round up into the future. */
    public static LocalDateTime of(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    /** The same of a time that may be absent. */
    public static @Nullable LocalDateTime ofNullable(@Nullable Instant time) {
        return time == null ? null : of(time);
    }

    /** The time that a column holds, if any. */
    public static @Nullable Instant fromNullable(@Nullable LocalDateTime column) {
        return column == null ? null : from(column);
    }

    /** The time that a column holds. */
    public static Instant from(LocalDateTime column) {
        return column.toInstant(ZoneOffset.UTC);
    }
}
