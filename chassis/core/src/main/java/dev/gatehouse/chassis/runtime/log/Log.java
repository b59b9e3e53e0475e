package dev.gatehouse.chassis.runtime.log;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes log records: a plain sentence, with the facts as keys and values.
 *
 * <pre>{@code
 * private static final Log LOG = Log.of(MailSender.class);
 *
 * LOG.with("mailId", mail.id()).with("attempt", mail.attempt()).warn("Mail not sent", failure);
 * }</pre>
 *
 * <p>The facts travel as the mapped diagnostic context of the record, so the formatter of the framework writes them as
 * JSON fields. Keys are those of the list in the package description.
 */
public final class Log {
    private static final String CALLER = Log.class.getName();

    private final Logger logger;
    private final Map<String, String> facts;

    private Log(Logger logger, Map<String, String> facts) {
        this.logger = logger;
        this.facts = facts;
    }

    /** The log of this class. */
    public static Log of(Class<?> owner) {
        return new Log(Logger.getLogger(owner.getName()), Map.of());
    }

    /** The same log with one more fact. */
    public Log with(String key, @Nullable Object value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(key, String.valueOf(value));
        return new Log(logger, more);
    }

    /** A detail that helps to find a fault in the program. */
    public void debug(String sentence) {
        write(Level.DEBUG, sentence, null);
    }

    /** Something that operators may want to know. */
    public void info(String sentence) {
        write(Level.INFO, sentence, null);
    }

    /** Something that operators should look at when it happens often. */
    public void warn(String sentence) {
        write(Level.WARN, sentence, null);
    }

    /** The same with the cause. */
    public void warn(String sentence, @Nullable Throwable cause) {
        write(Level.WARN, sentence, cause);
    }

    /** A fault. */
    public void error(String sentence) {
        write(Level.ERROR, sentence, null);
    }

    /** The same with the cause. */
    public void error(String sentence, @Nullable Throwable cause) {
        write(Level.ERROR, sentence, cause);
    }

    private void write(java.util.logging.Level level, String sentence, @Nullable Throwable cause) {
        if (logger.isLoggable(level)) {
            ExtLogRecord entry = new ExtLogRecord(level, sentence, ExtLogRecord.FormatStyle.NO_FORMAT, CALLER);
            entry.setLoggerName(logger.getName());
            entry.copyMdc();
            facts.forEach(entry::putMdc);
            if (cause != null) {
                entry.setThrown(cause);
            }
            logger.logRaw(entry);
        }
    }
}
