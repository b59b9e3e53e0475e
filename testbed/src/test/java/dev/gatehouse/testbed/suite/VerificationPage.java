package dev.gatehouse.testbed.suite;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.testkit.Mailbox;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The page that the e-mailed link opens, as somebody without JavaScript uses it. */
public final class VerificationPage {
    private static final Pattern LINK = Pattern.compile("https?://\\S+?(/verify-ip/[A-Za-z0-9_-]+)");

    private final Visitor visitor;
    private final String path;
    private final Document document;
    private final Answer answer;

    private VerificationPage(Visitor visitor, String path, Answer answer) {
        this.visitor = visitor;
        this.path = path;
        this.answer = answer;
        this.document = Jsoup.parse(answer.body());
    }

    /** Whether the mail asks to verify an address. */
    static boolean isLinkedIn(Mailbox.Received mail) {
        return LINK.matcher(mail.text()).find();
    }

    /** The path of the link in a mail. */
    public static String linkIn(Mailbox.Received mail) {
        Matcher matcher = LINK.matcher(mail.text());
        if (!matcher.find()) {
            throw new AssertionError("No link to the verification page in: " + mail.text());
        }
        return URI.create(matcher.group()).getPath();
    }

    /** Opens it; changes nothing. */
    public static VerificationPage open(Visitor visitor, String path) {
        return of(visitor, path, visitor.get(path));
    }

    private static VerificationPage of(Visitor visitor, String path, Answer answer) {
        String cookies = String.join(
                "; ",
                answer.response().headers().allValues("set-cookie").stream()
                        .map(cookie -> cookie.split(";", 2)[0])
                        .toList());
        return new VerificationPage(cookies.isEmpty() ? visitor : visitor.with("Cookie", cookies), path, answer);
    }

    public int status() {
        return answer.status();
    }

    /** What the form keeps to itself: the values of its hidden fields, and of its cookie. */
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>(hiddenFields().values());
        answer.response()
                .headers()
                .allValues("set-cookie")
                .forEach(cookie -> secrets.add(cookie.split(";", 2)[0].split("=", 2)[1]));
        return secrets;
    }

    /** The headings and facts, as read. */
    public String text() {
        return document.text();
    }

    /** Types the number and says yes. */
    @CanIgnoreReturnValue
    public Answer trust(String matchNumber) {
        return submit(Map.of("decision", "trust", "matchNumber", matchNumber));
    }

    /** Says that this was somebody else, and confirms it on the second page. */
    @CanIgnoreReturnValue
    public Answer deny() {
        return pressDeny().submit(Map.of("decision", "deny"));
    }

    /** Presses the button for somebody else: the second page. */
    public VerificationPage pressDeny() {
        return new VerificationPage(visitor, path, submit(Map.of("decision", "deny")));
    }

    /** Presses every button as a mail scanner does, with nothing typed and nothing ticked; returns what came up. */
    public List<VerificationPage> pressEveryButton() {
        return document.select("form button").stream().map(this::press).toList();
    }

    /** Whether it says that something has been decided. */
    public boolean isDecided() {
        return status() == 200 && document.select("form").isEmpty();
    }

    private VerificationPage press(Element button) {
        Map<String, String> fields = new HashMap<>();
        document.select("form input[inputmode]").forEach(input -> fields.put(input.attr("name"), ""));
        if (button.hasAttr("name")) {
            fields.put(button.attr("name"), button.val());
        }
        return new VerificationPage(visitor, path, submit(fields));
    }

    private Answer submit(Map<String, String> decision) {
        Map<String, String> fields = new HashMap<>(hiddenFields());
        fields.putAll(decision);
        return visitor.postForm(path, fields);
    }

    private Map<String, String> hiddenFields() {
        List<Element> hidden = document.select("form input[type=hidden]");
        Map<String, String> fields = new HashMap<>();
        hidden.forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        return fields;
    }
}
