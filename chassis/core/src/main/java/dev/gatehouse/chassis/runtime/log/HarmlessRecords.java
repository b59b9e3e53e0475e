package dev.gatehouse.chassis.runtime.log;

import io.quarkus.logging.LoggingFilter;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Prepares every record of the console before it is formatted.
 *
 * <p>Characters that could begin a line or change how a line is read are escaped, in the message and in the facts. Long
 * texts and stack traces are cut. A record that only reports that the client of an event stream went away is dropped,
 * which happens whenever a page is closed and which the framework logs as an error.
 */
@LoggingFilter(name = "harmless-records")
public final class HarmlessRecords implements Filter {
    /** Writes event streams and logs their failures. */
    static final String STREAMS = "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler";

    private static final PatternFormatter FORM = new PatternFormatter("%s");
    private static final int MOST_FRAMES = 40;
    private static final int DEEPEST_CAUSE = 5;

    /** Keeps no state. */
    public HarmlessRecords() {}

    @Override
    public boolean isLoggable(LogRecord entry) {
        if (STREAMS.equals(entry.getLoggerName()) && isConnectionLost(entry.getThrown())) {
            return false;
        }
        if (entry instanceof ExtLogRecord full) {
            escape(full);
        }
        cut(entry.getThrown());
        return true;
    }

    /** What the system reports about a connection is the plain type; a failure to write JSON is a subtype of it. */
    private static boolean isConnectionLost(@Nullable Throwable thrown) {
        return thrown instanceof ClosedChannelException
                || thrown instanceof SocketException
                || thrown instanceof io.vertx.core.http.HttpClosedException
                || (thrown != null && thrown.getClass().equals(IOException.class));
    }

    private static void escape(ExtLogRecord entry) {
        String message = FORM.formatMessage(entry);
        if (message != null && !OneLine.is(message)) {
            entry.setMessage(OneLine.of(message), ExtLogRecord.FormatStyle.NO_FORMAT);
        }
        entry.getMdcCopy().forEach((key, value) -> {
            if (!OneLine.is(value)) {
                entry.putMdc(key, OneLine.of(value));
            }
        });
    }

    private static void cut(@Nullable Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable each = thrown;
        while (each != null && seen.add(each)) {
            StackTraceElement[] frames = each.getStackTrace();
            if (frames.length > MOST_FRAMES) {
                each.setStackTrace(Arrays.copyOf(frames, MOST_FRAMES));
            }
            each = seen.size() < DEEPEST_CAUSE ? each.getCause() : null;
        }
    }
}
