package dev.gatehouse.testbed.house;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of words: which types stand for a word, and which words are not used for it.
 *
 * <p>A banned word is found in a name as whole words, however the name is written: {@code WayBack}, {@code way-back}
 * and {@code wayBack} are the same.
 */
final class Glossary {
    private static final int COLUMNS = 5;
    private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w+)`");
    private static final Pattern REMARK = Pattern.compile("\\([^)]*\\)");
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");
    /** The field's own term contains a word that is banned elsewhere. */
    private static final String DEAD_LETTER = " dead letter";

    private final Set<String> types;
    private final List<String> banned;

    private Glossary(Set<String> types, List<String> banned) {
        this.types = types;
        this.banned = banned;
    }

    /** Reads the rows of the table with the columns word, meaning, type, wire name, not. */
    static Glossary read(String markdown) {
        Set<String> types = new TreeSet<>();
        Set<String> banned = new HashSet<>();
        markdown.lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split("\\|", -1))
                .filter(cells -> cells.length == COLUMNS + 2)
                .filter(cells -> !cells[1].strip().equals("word"))
                .forEach(cells -> {
                    Matcher type = TYPE.matcher(cells[3]);
                    while (type.find()) {
                        types.add(type.group(1));
                    }
                    for (String word : REMARK.matcher(cells[5]).replaceAll("").split(",", -1)) {
                        if (!word.isBlank()) {
                            banned.add(words(word.strip()));
                        }
                    }
                });
        return new Glossary(types, List.copyOf(banned));
    }

    Set<String> types() {
        return types;
    }

    boolean forbids(String name) {
        String words = words(name).replace(DEAD_LETTER, " ");
        return banned.stream().anyMatch(words::contains);
    }

    /** Lower-case words with a space around each; a plural counts as its singular. */
    private static String words(String name) {
        StringBuilder words = new StringBuilder(" ");
        for (String word : WORD_START.split(name, -1)) {
            if (!word.isEmpty()) {
                String lower = word.toLowerCase(Locale.ROOT);
                words.append(lower.endsWith("s") && lower.length() > 4 ? lower.substring(0, lower.length() - 1) : lower)
                        .append(' ');
            }
        }
        return words.toString();
    }
}
