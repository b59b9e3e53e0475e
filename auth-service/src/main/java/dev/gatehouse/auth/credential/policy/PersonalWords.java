package dev.gatehouse.auth.credential.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that are known about the owner of a password, in lower case: parts of name, address and helpdesk. */
record PersonalWords(Set<String> words) {
    private static final int SHORTEST = 3;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");

    /** The words in these texts. */
    static PersonalWords in(List<String> texts) {
        return new PersonalWords(texts.stream()
                .flatMap(PersonalWords::parts)
                .filter(word -> word.length() >= SHORTEST)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Each run of letters, and the whole without what is between them. */
    private static Stream<String> parts(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Stream.concat(
                BETWEEN.splitAsStream(lower), Stream.of(BETWEEN.matcher(lower).replaceAll("")));
    }

    /** Nothing: it is personal data. */
    @Override
    public String toString() {
        return "PersonalWords[" + words.size() + "]";
    }
}
