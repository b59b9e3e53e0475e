package dev.gatehouse.chassis.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** RFC 3339 in UTC with exactly three digits of a second, so that times sort as text. */
public final class Milliseconds extends StdSerializer<Instant> {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter RFC_3339 =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** Keeps no state. */
    public Milliseconds() {
        super(Instant.class);
    }

    /** Whether a time is between the years 1970 and 9998: what lies beyond fits no column of a database. */
    public static boolean cover(Instant time) {
        return !time.isBefore(Instant.EPOCH) && time.isBefore(LATEST);
    }

    @Override
    public void serialize(Instant time, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeString(RFC_3339.format(time));
    }
}
