package dev.gatehouse.testbed.house;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rule 14: the keys of log lines are those of one list, so that an operator can search for the same key everywhere. */
final class LogKeys {
    private static final Pattern USED = Pattern.compile("\\.with\\(\\s*\"(\\w+)\"");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `(\\w+)` \\|");
    private static final String SECTION = "## Keys in log lines";

    private LogKeys() {}

    /** The keys that the glossary lists. */
    static Set<String> listed(String glossary) {
        String section = glossary.substring(glossary.indexOf(SECTION));
        return LISTED.matcher(section)
                .results()
                .map(key -> key.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Sources that log with a key that is not listed, with those keys. */
    static Map<String, Set<String>> unlisted(Map<Path, String> sources, Set<String> listed) {
        Map<String, Set<String>> unlisted = new TreeMap<>();
        sources.forEach((file, text) -> {
            Set<String> keys = used(text);
            keys.removeAll(listed);
            if (!keys.isEmpty()) {
                unlisted.put(file.toString(), keys);
            }
        });
        return unlisted;
    }

    static Set<String> used(String source) {
        return USED.matcher(source)
                .results()
                .map((MatchResult key) -> key.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
