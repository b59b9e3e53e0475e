package dev.gatehouse.auth.identity.accountimport;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of bytes into lines. Holds one line at most, and of a line that is too long nothing. */
final class Lines {
    /** The most bytes of a line. */
    static final int LONGEST = 16 * 1024;

    private static final byte END = '\n';

    private Buffer line = Buffer.buffer();
    private boolean tooLong;
    private long number;

    /** The lines that these bytes complete; blank ones are counted and left out. */
    List<Line> feed(Buffer chunk) {
        List<Line> complete = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < chunk.length(); i++) {
            if (chunk.getByte(i) == END) {
                take(chunk, start, i);
                end().ifPresent(complete::add);
                start = i + 1;
            }
        }
        take(chunk, start, chunk.length());
        return complete;
    }

    /** The last line, if it has no end of its own. */
    Optional<Line> rest() {
        return line.length() > 0 || tooLong ? end() : Optional.empty();
    }

    private void take(Buffer chunk, int from, int to) {
        tooLong = tooLong || line.length() + (to - from) > LONGEST;
        line = tooLong ? Buffer.buffer() : line.appendBuffer(chunk, from, to - from);
    }

    private Optional<Line> end() {
        number++;
        Line ended = new Line(number, tooLong ? null : line);
        boolean blank = !tooLong && isBlank(line.getBytes());
        line = Buffer.buffer();
        tooLong = false;
        return blank ? Optional.empty() : Optional.of(ended);
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte one : bytes) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    /** A line of the body: its number from 1, and its text, which is absent when it is too long. */
    static final class Line {
        private final long number;

        @Nullable
        private final Buffer json;

        Line(long number, @Nullable Buffer json) {
            this.number = number;
            this.json = json;
        }

        long number() {
            return number;
        }

        @Nullable
        Buffer json() {
            return json;
        }
    }
}
