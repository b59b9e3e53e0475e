package dev.gatehouse.chassis.testkit.mail;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A mail as it went over the wire, held against RFC 5322.
 *
 * @param fields the header fields in order, unfolded
 */
public record RawMail(String source, List<Field> fields) {
    private static final String END = "\r\n";
    private static final int MOST_IN_LINE = 998;
    private static final String OF_MAILBOX = "X-Envelope-To: ";
    private static final Set<String> EXACTLY_ONCE =
            Set.of("from", "to", "date", "subject", "message-id", "mime-version", "content-type");
    private static final Set<String> ONCE_AT_MOST =
            Set.of("sender", "reply-to", "cc", "bcc", "in-reply-to", "references", "auto-submitted");
    private static final Pattern NAME = Pattern.compile("[!-9;-~]+");
    private static final Pattern ADDRESS =
            Pattern.compile("<?[A-Za-z0-9!#$&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,253}>?");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>@\\s]+@[^<>@\\s]+>");

    /** Copies. */
    public RawMail {
        fields = List.copyOf(fields);
    }

    /** A header field. */
    public record Field(String name, String value) {}

    /** The mail from its source as the mailbox keeps it. */
    public static RawMail of(String stored) {
        String source = stored.startsWith(OF_MAILBOX) ? stored.substring(stored.indexOf('\n') + 1) : stored;
        String block = source.substring(0, Math.max(0, source.indexOf(END + END)));
        String unfolded = block.replaceAll("\r\n(?=[ \t])", "");
        List<Field> fields = unfolded.lines().map(RawMail::field).toList();
        return new RawMail(source, fields);
    }

    private static Field field(String line) {
        int colon = line.indexOf(':');
        return colon < 0
                ? new Field(line, "")
                : new Field(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    /** Where it breaks RFC 5322; empty for a good mail. */
    public List<String> violations() {
        List<String> violations = new ArrayList<>();
        lines(violations);
        for (Field field : fields) {
            require(violations, NAME.matcher(field.name()).matches(), "no name of a field: " + field);
            require(violations, !field.value().isEmpty(), "an empty field: " + field.name());
            require(violations, field.value().chars().allMatch(c -> c >= ' ' && c < 0x7F), "not ASCII: " + field);
        }
        EXACTLY_ONCE.forEach(name -> require(violations, count(name) == 1, count(name) + " times " + name));
        ONCE_AT_MOST.forEach(name -> require(violations, count(name) <= 1, count(name) + " times " + name));
        values("from")
                .forEach(value -> require(violations, ADDRESS.matcher(value).matches(), "From: " + value));
        values("to").forEach(value -> require(violations, ADDRESS.matcher(value).matches(), "To: " + value));
        values("date").forEach(value -> require(violations, isDate(value), "Date: " + value));
        values("message-id")
                .forEach(value -> require(violations, MESSAGE_ID.matcher(value).matches(), "Message-ID: " + value));
        return violations;
    }

    private void lines(List<String> violations) {
        require(violations, !source.replace(END, "").matches("(?s).*[\r\n].*"), "a bare CR or LF");
        for (String line : source.split(END, -1)) {
            require(violations, line.length() <= MOST_IN_LINE, "a line of " + line.length());
        }
    }

    private List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(name))
                .map(Field::value)
                .toList();
    }

    private int count(String name) {
        return values(name).size();
    }

    private static boolean isDate(String value) {
        try {
            String withoutComment = value.replaceFirst(" \\([A-Za-z]+\\)$", "");
            ZonedDateTime date = ZonedDateTime.parse(withoutComment, DateTimeFormatter.RFC_1123_DATE_TIME);
            return date.getYear() > 2000;
        } catch (DateTimeException malformed) {
            return false;
        }
    }

    private static void require(List<String> violations, boolean kept, String otherwise) {
        if (!kept) {
            violations.add(otherwise);
        }
    }
}
