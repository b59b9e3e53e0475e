package dev.gatehouse.testbed.suite;

import dev.gatehouse.chassis.testkit.Mailbox;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** The page that the link of an invitation opens, as somebody without JavaScript uses it. */
public final class InvitationPage {
    private static final Pattern LINK = Pattern.compile("https?://\\S+?(/accept-invitation/[A-Za-z0-9_-]+)");

    private final Visitor visitor;
    private final String path;
    private final Answer answer;

    private InvitationPage(Visitor visitor, String path, Answer answer) {
        this.visitor = visitor;
        this.path = path;
        this.answer = answer;
    }

    /** The path of the link in a mail. */
    public static String linkIn(Mailbox.Received mail) {
        Matcher matcher = LINK.matcher(mail.text());
        if (!matcher.find()) {
            throw new AssertionError("No link to an invitation in: " + mail.text());
        }
        return URI.create(matcher.group()).getPath();
    }

    /** Opens it; changes nothing. */
    public static InvitationPage open(Visitor visitor, String path) {
        return new InvitationPage(visitor, path, visitor.get(path));
    }

    public int status() {
        return answer.status();
    }

    /** What is read on it. */
    public String text() {
        return Jsoup.parse(answer.body()).text();
    }

    /** Types a password into the form and sends it; the page that follows. */
    public InvitationPage choose(String password) {
        return new InvitationPage(visitor, path, visitor.postForm(path, Map.of("password", password)));
    }
}
