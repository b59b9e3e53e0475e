package dev.gatehouse.testbed.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document of the project, with its blocks of code and its links. */
record Markdown(Path file, String text) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)([^\\n]*)\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]\\n]*]\\(([^)\\s]+)\\)");

    static Markdown read(Path file) throws IOException {
        return new Markdown(file, Files.readString(file));
    }

    /** Its blocks in order. */
    List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(block -> new Block(block.group(1), block.group(2).strip(), block.group(3)))
                .toList();
    }

    /** The texts of its {@code sh} blocks in order. */
    List<String> shell() {
        return blocks().stream()
                .filter(block -> block.language().equals("sh"))
                .map(block -> block.text().strip())
                .toList();
    }

    /** Targets of links to other files of the project, without the part after {@code #}. */
    List<String> relativeLinks() {
        Matcher link = LINK.matcher(BLOCK.matcher(text).replaceAll(""));
        return link.results()
                .map(found -> found.group(1))
                .filter(target -> !target.contains("://") && !target.startsWith("#"))
                .map(target -> target.replaceFirst("#.*", ""))
                .distinct()
                .toList();
    }

    /**
     * A fenced block.
     *
     * @param file what stands behind the language: the file that the block is, if any
     */
    record Block(String language, String file, String text) {}
}
