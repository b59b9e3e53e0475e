package dev.gatehouse.chassis.security.clientaddress;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The elements of a list in a header, the right-most first, without the space around them. Empty elements do not count
 * (RFC 9110, section 5.6.1).
 *
 * <p>It looks at the characters of the elements that were asked for, and at no others. An element that is longer than
 * is allowed comes cut, which no reader takes for a whole one, and ends the list; so does the end of the list's reach.
 */
final class ListFromTheRight implements Iterator<String> {
    /** More than any chain of proxies has. */
    private static final int MOST_ELEMENTS = 128;

    private static final String CUT = "";

    private final String value;
    private final char separator;
    private final int longest;
    private boolean quotes;
    private int end;
    private int looked;
    private String next = CUT;
    private boolean isReady;

    ListFromTheRight(String value, char separator, int longest) {
        this.value = value;
        this.separator = separator;
        this.longest = longest;
        this.end = value.length();
    }

    /**
     * Separators in quotes separate nothing. Quotes are counted from the right: an unclosed quote that a client sent
     * cannot swallow the element that the proxy appended to it.
     */
    ListFromTheRight unquoted() {
        quotes = true;
        return this;
    }

    Stream<String> elements() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    @Override
    public boolean hasNext() {
        while (!isReady && end >= 0 && looked < MOST_ELEMENTS) {
            look();
        }
        return isReady;
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        isReady = false;
        return next;
    }

    private void look() {
        looked++;
        int start = start();
        boolean isTooLong = end - start > longest;
        next = isTooLong ? CUT : value.substring(start, end).strip();
        isReady = isTooLong || !next.isEmpty();
        end = isTooLong ? -1 : start - 1;
    }

    /** Where the element that ends here begins, or one character beyond its greatest length. */
    private int start() {
        boolean quoted = false;
        int at = end;
        while (at > 0 && end - at <= longest) {
            char c = value.charAt(at - 1);
            quoted ^= quotes && c == '"';
            if (c == separator && !quoted) {
                return at;
            }
            at--;
        }
        return at;
    }
}
