package dev.gatehouse.localstack.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The name of a type of event, {@code <noun>.<past participle>}, and what follows from it. */
record EventName(String wireName) {
    private static final Pattern FORM = Pattern.compile("[a-z]+(-[a-z]+)*+\\.[a-z]+(-[a-z]+)*+");
    private static final Pattern SEPARATOR = Pattern.compile("[.-]");

    /** Empty for what is no name. */
    static Optional<EventName> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new EventName(text)) : Optional.empty();
    }

    /** Such as {@code NetworkAdded}. */
    String className() {
        return Arrays.stream(SEPARATOR.split(wireName, -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** Such as {@code NETWORK_ADDED}. */
    String constantName() {
        return SEPARATOR.matcher(wireName).replaceAll("_").toUpperCase(Locale.ROOT);
    }
}
