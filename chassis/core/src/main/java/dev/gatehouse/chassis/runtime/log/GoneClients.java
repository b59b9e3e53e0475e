package dev.gatehouse.chassis.runtime.log;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps out of the log that a client went away while an event stream wrote to it, which happens whenever somebody
 * closes a page and which the framework calls an error. Whatever else goes wrong with a stream is logged.
 */
final class GoneClients implements Filter {
    /** Who writes event streams and tells of their failures. */
    static final String WRITER = "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler";

    @Override
    public boolean isLoggable(LogRecord entry) {
        return !isConnectionLost(entry.getThrown());
    }

    /** What the system says of a connection is the plain type; what cannot be written as JSON is a subtype of it. */
    private static boolean isConnectionLost(@Nullable Throwable thrown) {
        return thrown instanceof ClosedChannelException
                || thrown instanceof SocketException
                || thrown instanceof HttpClosedException
                || (thrown != null && thrown.getClass().equals(IOException.class));
    }
}
