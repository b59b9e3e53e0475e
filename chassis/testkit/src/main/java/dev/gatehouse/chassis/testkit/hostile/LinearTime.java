package dev.gatehouse.chassis.testkit.hostile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs what reads text of clients on hostile text: 16 KiB, as much as the server takes in headers.
 *
 * <p>Linear work takes milliseconds; cubic work takes hours, and a recursion for each character overflows the small
 * stack that services run with. So the limit can be generous and still tells them apart.
 */
public final class LinearTime {
    /** Far above what linear work needs. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    private static final int LENGTH = 16 * 1024;
    /**
     * A search begins anew at each character, so it may take quadratic time where the match of a whole text, which is
     * what patterns of ours are asked for, is linear. A quarter of the text still tells that from cubic.
     */
    private static final int SEARCHED = LENGTH / 4;

    private static final long SMALL_STACK = 512 * 1024;
    /** What patterns and parsers look for, and what makes them go back. */
    private static final List<String> PIECES = List.of(
            "a.",
            ".a",
            "a-",
            "-a",
            "_-",
            "a_",
            "1.",
            "1:",
            "::",
            ":[",
            "[]",
            "a@",
            "@a",
            "a.a@",
            "%41",
            "%25",
            "\"a\",",
            "a=b;",
            "for=",
            "for=\"",
            "\\\"",
            "a b",
            "a, ",
            " ,",
            ",,",
            "\r\n",
            "W/\"1\",",
            "Aa1",
            "{a}",
            "a/1.0 ",
            "/a",
            "%2f",
            "../",
            "1.1.1.1,",
            "[::1],",
            "eyJ.",
            "A.A",
            "\u00e4",
            "a\u0301",
            "\u0661",
            "\u200b",
            "\u2028",
            "\ud83d\ude00",
            "\ud800");

    private LinearTime() {}

    /** What is the matter with a pattern; empty when it is fit for text of clients. */
    public static Optional<String> fault(Pattern pattern, Duration limit) {
        return fault(
                text -> {
                    TimedText timed = new TimedText(text, System.nanoTime() + limit.toNanos());
                    if (!pattern.matcher(timed).matches()) {
                        search(pattern.matcher(timed).region(text.length() - SEARCHED, text.length()));
                    }
                },
                limit);
    }

    private static void search(Matcher matcher) {
        boolean more = true;
        while (more) {
            more = matcher.find() && matcher.end() < matcher.regionEnd();
        }
    }

    /** What is the matter with a parser, which may refuse what it reads by an exception. */
    public static Optional<String> fault(Consumer<String> parser, Duration limit) {
        return hostileTexts().flatMap(text -> run(parser, text, limit).stream()).findFirst();
    }

    private static Optional<String> run(Consumer<String> parser, String text, Duration limit) {
        FutureTask<Void> task = new FutureTask<>(() -> parser.accept(text), null);
        Thread thread = new Thread(null, task, "hostile-text", SMALL_STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.of("takes more than " + limit + " for " + shown(text));
        } catch (ExecutionException e) {
            return e.getCause() instanceof Error || e.getCause() instanceof TookTooLong
                    ? Optional.of(e.getCause() + " for " + shown(text))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static Stream<String> hostileTexts() {
        Stream<String> letters = IntStream.range(1, 0x7f)
                .filter(code -> !Character.isLetterOrDigit(code) || "aA1".indexOf(code) >= 0)
                .filter(code -> code >= ' ' || code == '\t' || code == '\n')
                .mapToObj(code -> String.valueOf((char) code));
        return Stream.concat(letters, PIECES.stream())
                .map(piece -> piece.repeat(LENGTH / piece.length()))
                .flatMap(text -> Stream.of(text + "\u0000", "a" + text + "["));
    }

    private static String shown(String text) {
        return '"' + text.substring(0, 12) + "…\"";
    }

    /** It was looked at for too long. */
    private static final class TookTooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Ends a search in it when the time is over, which no interruption does. */
    private record TimedText(String text, long deadline) implements CharSequence {
        @Override
        public char charAt(int index) {
            if ((index & 0xff) == 0 && System.nanoTime() > deadline) {
                throw new TookTooLong();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
