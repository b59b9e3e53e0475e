package dev.gatehouse.chassis.runtime.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * One record, one line.
 *
 * <p>Not {@code org.jboss.logmanager.formatters.JsonFormatter}: it needs a JSON-P provider on the class path, writes a
 * stack without bound, and leaves characters that turn text around as they are.
 */
final class JsonLines extends ExtFormatter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter RFC_3339 =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final String service;

    JsonLines(String service) {
        this.service = service;
    }

    @Override
    public String format(ExtLogRecord entry) {
        StringWriter line = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("ts", RFC_3339.format(entry.getInstant()));
            json.writeStringField("level", entry.getLevel().getName());
            json.writeStringField("logger", entry.getLoggerName());
            json.writeStringField("message", OneLine.of(formatMessage(entry)));
            json.writeStringField("service", service);
            json.writeStringField("thread", entry.getThreadName());
            optional(json, "traceId", entry.getMdc("traceId"));
            optional(json, "spanId", entry.getMdc("spanId"));
            optional(json, "error", entry.getThrown() == null ? null : Stacks.cut(entry.getThrown()));
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A StringWriter does not fail", impossible);
        }
        return line.append('\n').toString();
    }

    private static void optional(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, OneLine.of(value));
        }
    }
}
