package dev.gatehouse.auth.credential.password;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class logs until this is closed; it is printed nowhere, because the test expects it. */
final class CapturedLog implements AutoCloseable {
    private final Logger logger;
    private final Lines lines = new Lines();

    private CapturedLog(Class<?> type) {
        this.logger = Logger.getLogger(type.getName());
        logger.setUseParentHandlers(false);
        logger.addHandler(lines);
    }

    /** From now on. */
    static CapturedLog of(Class<?> type) {
        return new CapturedLog(type);
    }

    /** The sentences so far, in order. */
    List<String> sentences() {
        return List.copyOf(lines.sentences);
    }

    @Override
    public void close() {
        logger.removeHandler(lines);
        logger.setUseParentHandlers(true);
    }

    private static final class Lines extends Handler {
        private final List<String> sentences = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            sentences.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
