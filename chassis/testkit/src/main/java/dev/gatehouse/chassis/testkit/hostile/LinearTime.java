package dev.gatehouse.chassis.testkit.hostile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
 * <p>The work of a pattern is counted in characters looked at, so no load of the machine changes what is found. That of
 * a parser is measured: linear work takes milliseconds, cubic work takes hours, so the limit can be generous and still
 * tells them apart. A recursion for each character overflows the small stack that services run with.
 */
public final class LinearTime {
    /** Far above what linear work needs. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    private static final int LENGTH = 16 * 1024;
    /** How often a match may look at each character. */
    private static final int LOOKS = 64;
    /**
     * A search begins anew at each character, so it may take quadratic time where the match of a whole text, which is
     * what patterns of ours are asked for, is linear. A sixteenth of the text still tells that from cubic.
     */
    private static final int SEARCHED = LENGTH / 16;

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
    public static Optional<String> fault(Pattern pattern) {
        return fault(
                text -> {
                    if (!pattern.matcher(new CountedText(text, LOOKS * LENGTH)).matches()) {
                        search(pattern.matcher(new CountedText(text, LOOKS * SEARCHED * SEARCHED))
                                .region(text.length() - SEARCHED, text.length()));
                    }
                },
                LIMIT);
    }

    private static void search(Matcher matcher) {
        boolean more = true;
        while (more) {
            more = matcher.find() && matcher.end() < matcher.regionEnd();
        }
    }

    /** What is the matter with a parser, which may refuse what it reads by an exception. */
    public static Optional<String> fault(Consumer<String> parser, Duration limit) {
        ExecutorService reader = Executors.newSingleThreadExecutor(LinearTime::withSmallStack);
        try {
            return hostileTexts()
                    .flatMap(text -> faultWith(text, reader.submit(() -> parser.accept(text)), limit).stream())
                    .findFirst();
        } finally {
            reader.shutdownNow();
        }
    }

    private static Thread withSmallStack(Runnable work) {
        Thread thread = new Thread(null, work, "hostile-text", SMALL_STACK);
        thread.setDaemon(true);
        return thread;
    }

    private static Optional<String> faultWith(String text, Future<?> reading, Duration limit) {
        try {
            reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (TimeoutException e) {
            return Optional.of("takes more than " + limit + " for " + shown(text));
        } catch (ExecutionException e) {
            return e.getCause() instanceof Error || e.getCause() instanceof LookedTooOften
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

    /** More work than linear work needs. */
    private static final class LookedTooOften extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Ends a search in it when it was looked at too often, which no interruption does. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private int looksLeft;

        CountedText(String text, int looks) {
            this.text = text;
            this.looksLeft = looks;
        }

        @Override
        public char charAt(int index) {
            if (--looksLeft < 0) {
                throw new LookedTooOften();
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
