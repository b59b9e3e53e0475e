package dev.gatehouse.localstack.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sources of the contracts, in which an event type is added in five places. */
final class ContractSources {
    /** An event whose schema and example give the members that all events have. */
    private static final String MODEL = "network.removed";

    private static final Pattern LAST_TYPE = Pattern.compile("(\\w+)\\.class\\);\n");
    private static final Pattern PERMITTED = Pattern.compile("permits ([^{]+) \\{");

    private final Path java;
    private final Path resources;

    /** Those in this folder, which holds {@code java} and {@code resources}. */
    ContractSources(Path main) {
        this.java = main.resolve("java/dev/gatehouse/contracts/event");
        this.resources = main.resolve("resources");
    }

    boolean has(EventName name) throws IOException {
        return Files.exists(folder(name.wireName())) || Files.exists(java.resolve(name.className() + ".java"));
    }

    /** Returns the files that were written, the record first. */
    List<Path> add(EventName name) throws IOException {
        List<Path> written = new ArrayList<>();
        written.add(write(java.resolve(name.className() + ".java"), record(name)));
        written.add(write(folder(name.wireName()).resolve("schema.json"), schema(name)));
        written.add(write(folder(name.wireName()).resolve("example.json"), example()));
        written.add(describe(name));
        written.add(permit(name));
        written.add(enumerate(name));
        return written;
    }

    private Path folder(String wireName) {
        return resources.resolve("events").resolve(wireName).resolve("v1");
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String record(EventName name) {
        return """
                package dev.gatehouse.contracts.event;

                /**
                 * {@code %s}: say what happened.
                 *
                 * @param note replace it by what is particular to this event
                 */
                public record %s(String note) implements EventData {}
                """.formatted(name.wireName(), name.className());
    }

    private String schema(EventName name) throws IOException {
        String common = beforeData(MODEL, "schema.json")
                .replace(MODEL, name.wireName())
                .replaceFirst("\"description\": \"[^\"]*\"", "\"description\": \"Say what happened.\"");
        return common + """
                    "data": {
                      "description": "What is particular to this type.",
                      "type": "object",
                      "properties": {
                        "note": {
                          "type": "string"
                        }
                      },
                      "required": [
                        "note"
                      ]
                    }
                  },
                  "required": [
                    "actor",
                    "outcome",
                    "data"
                  ]
                }
                """;
    }

    private String example() throws IOException {
        return beforeData(MODEL, "example.json") + """
                  "data": {
                    "note": "What happened"
                  }
                }
                """;
    }

    private String beforeData(String wireName, String file) throws IOException {
        String text = Files.readString(folder(wireName).resolve(file));
        int data = text.indexOf("\"data\": {");
        if (data < 0) {
            throw new IOException("no member data in the " + file + " of " + wireName);
        }
        return text.substring(0, text.lastIndexOf('\n', data) + 1);
    }

    private Path describe(EventName name) throws IOException {
        Path file = resources.resolve("asyncapi.yaml");
        String last = lastType();
        String text = Files.readString(file);
        String reference = "      %s:%n        $ref: '#/components/messages/%s'%n".replace("%n", "\n");
        text = insertAfter(
                text, reference.formatted(last, last), reference.formatted(name.className(), name.className()));
        int block = text.indexOf("\n    " + last + ":\n") + 1;
        Matcher next = Pattern.compile("\n {0,4}\\S").matcher(text);
        if (block == 0 || !next.find(block + 5)) {
            throw new IOException("no message " + last + " in " + file);
        }
        String model = text.substring(block, next.start() + 1);
        return write(
                file,
                text.substring(0, next.start() + 1) + asMessage(model, last, name) + text.substring(next.start() + 1));
    }

    /** The last message's entry under the new name. */
    private static String asMessage(String model, String last, EventName name) {
        String wireName = model.replaceFirst("(?s).*?\n      name: (\\S+)\n.*", "$1");
        return model.replace(last, name.className())
                .replace(wireName, name.wireName())
                .replaceFirst("summary: >-\n(        .*\n)+", "summary: >-\n        Say what happened.\n");
    }

    private Path permit(EventName name) throws IOException {
        Path file = java.resolve("EventData.java");
        String text = Files.readString(file);
        Matcher permitted = PERMITTED.matcher(text);
        if (!permitted.find()) {
            throw new IOException("no list of permitted records in " + file);
        }
        TreeSet<String> records = new TreeSet<>(List.of(permitted.group(1).split(",\\s*", -1)));
        records.add(name.className());
        String list = String.join(",\n                ", records);
        return write(file, text.substring(0, permitted.start(1)) + list + text.substring(permitted.end(1)));
    }

    private Path enumerate(EventName name) throws IOException {
        Path file = java.resolve("EventType.java");
        String last = lastType() + ".class);\n";
        String entry = "%s.class),\n    /** {@link %s}. */\n    %s(\"%s\", %s.class);\n"
                .formatted(lastType(), name.className(), name.constantName(), name.wireName(), name.className());
        return write(file, Files.readString(file).replace(last, entry));
    }

    private String lastType() throws IOException {
        Matcher type = LAST_TYPE.matcher(Files.readString(java.resolve("EventType.java")));
        if (!type.find()) {
            throw new IOException("no last constant in EventType.java");
        }
        return type.group(1);
    }

    private static String insertAfter(String text, String present, String addition) throws IOException {
        int at = text.indexOf(present);
        if (at < 0) {
            throw new IOException("not found: " + present);
        }
        return text.substring(0, at + present.length()) + addition + text.substring(at + present.length());
    }
}
