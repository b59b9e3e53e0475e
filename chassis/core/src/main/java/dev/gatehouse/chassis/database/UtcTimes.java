package dev.gatehouse.chassis.database;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The form of a time in a {@code DATETIME(3)} column, as the SQL client wants it: UTC, cut to milliseconds. */
public final class UtcTimes {
    private UtcTimes() {}

    /** The time as a column holds it. Cut, because the server would round up into the future. */
    public static LocalDateTime of(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    /** The time that a column holds. */
    public static Instant from(LocalDateTime column) {
        return column.toInstant(ZoneOffset.UTC);
    }
}
