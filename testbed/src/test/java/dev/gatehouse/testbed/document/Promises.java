package dev.gatehouse.testbed.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads sentences that may promise something. */
final class Promises {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern TABLE_OR_HEADING = Pattern.compile("(?m)^[|#].*$");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\([^)]*\\)");
    private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n|\\n(?=- )");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+");
    /** A phrase without a full stop describes; with one of these words it says what happens. */
    private static final Pattern PROMISE = Pattern.compile(
            "(?i)\\b(will|ends?|ended|within|until|is sent|mailed|at once|once|stays?|kept|never|cannot|goes on"
                    + "|over in|every|without gaps|for good|closes?|changes nothing|from now on|expires?|same)\\b");

    private Promises() {}

    /** All sentences outside of code, tables and headings; a colon does not end one. */
    static Set<String> of(Markdown document) {
        String prose = TABLE_OR_HEADING
                .matcher(BLOCK.matcher(document.text()).replaceAll(""))
                .replaceAll("");
        String plain = LINK.matcher(prose).replaceAll("$1").replaceAll("[*`<>]", "");
        return Arrays.stream(PARAGRAPH.split(plain))
                .map(paragraph -> paragraph.strip().replaceFirst("^- ", ""))
                .flatMap(Promises::sentences)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Sentences of all descriptions and summaries, and phrases of descriptions with a promising word. */
    static Set<String> of(JsonNode openApi) {
        Set<String> found = new TreeSet<>();
        openApi.properties().forEach(member -> {
            if (member.getValue().isTextual() && member.getKey().matches("description|summary")) {
                sentences(member.getValue().asText())
                        .filter(text -> text.endsWith(".")
                                || (member.getKey().equals("description")
                                        && PROMISE.matcher(text).find()))
                        .forEach(found::add);
            }
        });
        openApi.forEach(child -> found.addAll(of(child)));
        return found;
    }

    private static Stream<String> sentences(String text) {
        return SENTENCE.splitAsStream(text.replaceAll("\\s+", " ").strip()).filter(sentence -> !sentence.isEmpty());
    }
}
