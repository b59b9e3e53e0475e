package dev.gatehouse.chassis.mail.message;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a mail says, apart from how it looks: begun with {@link #of} and grown by the copying methods, in the order in
 * which it is read.
 *
 * @param lead the first sentence: what happened
 * @param facts in the order of reading
 * @param buttons at most two: the safe choice first
 * @param closing paragraphs after the buttons: what to do if it was not you
 */
public record MailText(
        Locale locale, String heading, String lead, List<Fact> facts, List<Button> buttons, List<String> closing) {
    /** Copies. */
    public MailText {
        facts = List.copyOf(facts);
        buttons = List.copyOf(buttons);
        closing = List.copyOf(closing);
    }

    /** A mail that says only this, so far. */
    public static MailText of(Locale locale, String heading, String lead) {
        return new MailText(locale, heading, lead, List.of(), List.of(), List.of());
    }

    /** The same with one more fact. */
    public MailText fact(String label, String value) {
        return with(new Fact(label, value, Fact.Face.TEXT));
    }

    /** The same with one more fact that people compare letter by letter, such as an address. */
    public MailText exactFact(String label, String value) {
        return with(new Fact(label, value, Fact.Face.EXACT));
    }

    /** The same with a button for the safe choice. */
    public MailText button(String label, URI target) {
        return with(new Button(label, target, Button.Tone.SAFE));
    }

    /** The same with a button for "this wasn't me". */
    public MailText alarmButton(String label, URI target) {
        return with(new Button(label, target, Button.Tone.ALARM));
    }

    /** The same with one more paragraph at the end. */
    public MailText closing(String paragraph) {
        return new MailText(locale, heading, lead, facts, buttons, grown(closing, paragraph));
    }

    private MailText with(Fact fact) {
        return new MailText(locale, heading, lead, grown(facts, fact), buttons, closing);
    }

    private MailText with(Button button) {
        return new MailText(locale, heading, lead, facts, grown(buttons, button), closing);
    }

    private static <T> List<T> grown(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    /** A label and its value. */
    public record Fact(String label, String value, Face face) {
        /** How the value is set. */
        public enum Face {
            /** Like the rest. */
            TEXT,
            /** Monospaced and larger. */
            EXACT
        }
    }

    /** A link that stands out. */
    public record Button(String label, URI target, Tone tone) {
        /** What pressing it means. */
        public enum Tone {
            /** The expected way on. */
            SAFE,
            /** Something is wrong. */
            ALARM
        }
    }
}
