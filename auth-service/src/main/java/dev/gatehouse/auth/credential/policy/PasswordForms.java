package dev.gatehouse.auth.credential.policy;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a password is when the usual disguises are taken off: case, added digits and symbols, letters written as digits.
 */
final class PasswordForms {
    private static final String DISGUISES = "@4036157$!|+89";
    private static final String LETTERS = "aaoegistsiltbg";

    private final String text;
    private final Set<String> forms;

    /** The forms of a password in NFC. */
    PasswordForms(String password) {
        this.text = password.toLowerCase(Locale.ROOT);
        this.forms = Stream.concat(
                        Stream.of(text),
                        Stream.of(text, undisguised(text), undisguised(withoutTail(text)))
                                .map(PasswordForms::letters)
                                .filter(letters -> 2 * letters.length() >= text.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether this is true of any form. */
    boolean any(Predicate<String> test) {
        return forms.stream().anyMatch(test);
    }

    /** Whether it is one piece, for which this is true, again and again; the last time may be cut off. */
    boolean repeats(Predicate<String> piece) {
        int period = period(text);
        return 2 * period <= text.length() && piece.test(text.substring(0, period));
    }

    /** The length of the shortest piece that repeats: the length of the text less its longest border. */
    private static int period(String text) {
        int[] border = new int[text.length()];
        int length = 0;
        for (int i = 1; i < text.length(); i++) {
            while (length > 0 && text.charAt(i) != text.charAt(length)) {
                length = border[length - 1];
            }
            length += text.charAt(i) == text.charAt(length) ? 1 : 0;
            border[i] = length;
        }
        return text.length() - length;
    }

    /** Without the digits and symbols at the end, which are added and stand for no letters. */
    private static String withoutTail(String text) {
        int end = text.length();
        while (end > 0 && !Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String letters(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(Character::isLetter).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String undisguised(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            int disguise = DISGUISES.indexOf(plain.charAt(i));
            if (disguise >= 0) {
                plain.setCharAt(i, LETTERS.charAt(disguise));
            }
        }
        return plain.toString();
    }

    /** Nothing: it is a password. */
    @Override
    public String toString() {
        return "PasswordForms";
    }
}
