package dev.gatehouse.localstack.mailbox;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The mailbox's pages. Everything that comes out of a mail is escaped; mails' own HTML goes into a sandboxed frame. */
final class MailboxPages {
    static final String OWN_PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    static final String FOREIGN_HTML_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'self';"
            + " sandbox allow-popups allow-popups-to-escape-sandbox";
    private static final int LISTED = 200;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)]");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss z", Locale.ENGLISH)
            .withZone(ZoneId.systemDefault());

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1b2430; --paper: #fff; --page: #f4f6f8; --line: #d5dbe2;
                    --soft: #4a5666; --accent: #1f5fbf; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e8edf3; --paper: #1b2430; --page: #11171f;
                    --line: #3a4655; --soft: #aab6c4; --accent: #8ab8ff; } }
            * { box-sizing: border-box; }
            body { margin: 0; padding: 1.5rem 1rem; background: var(--page); color: var(--ink);
                   font: 1rem/1.5 system-ui, sans-serif; }
            main { max-width: 56rem; margin: 0 auto; background: var(--paper); border: 1px solid var(--line);
                   border-radius: .5rem; padding: 1.25rem 1.5rem; }
            h1 { font-size: 1.375rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
            a { color: var(--accent); } a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
            ul { list-style: none; margin: 0; padding: 0; }
            li { border-top: 1px solid var(--line); padding: .625rem 0; overflow-wrap: anywhere; }
            li a { font-weight: 600; } .soft { color: var(--soft); font-size: .9375rem; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 1rem; }
            dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
            h2 { font-size: 1.0625rem; margin: 1.25rem 0 .5rem; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font: .9375rem/1.5 ui-monospace, monospace;
                  border: 1px solid var(--line); border-radius: .375rem; padding: .75rem 1rem; }
            iframe { width: 100%; height: 34rem; border: 1px solid var(--line); border-radius: .375rem;
                     background: #fff; }
            """;

    private MailboxPages() {}

    static String list(List<StoredMail> mails) {
        String items = mails.stream().limit(LISTED).map(MailboxPages::item).collect(Collectors.joining());
        String body = mails.isEmpty()
                ? "<p>No mail yet. What the services send arrives here; nothing leaves this machine.</p>"
                : "<ul>" + items + "</ul>";
        String count = mails.size() > LISTED
                ? "<p class=\"soft\">The newest " + LISTED + " of " + mails.size() + "; all of them at"
                        + " <a href=\"/api/messages\">/api/messages</a>.</p>"
                : "";
        return page("Mailbox", "<h1>Mailbox</h1>" + body + count);
    }

    static String message(StoredMail mail) {
        String facts = "<dl><dt>From</dt><dd>" + escape(mail.from()) + "</dd><dt>To</dt><dd>" + escape(mail.to())
                + "</dd><dt>Received</dt><dd>" + escape(TIME.format(mail.receivedAt())) + "</dd></dl>";
        String html = mail.html() == null
                ? ""
                : "<h2>HTML part</h2><iframe title=\"HTML part of the mail\" sandbox=\"allow-popups"
                        + " allow-popups-to-escape-sandbox\" src=\"/messages/" + mail.id() + "/html\"></iframe>";
        return page(
                mail.subject(),
                "<p><a href=\"/\">All mails</a> · <a href=\"/messages/" + mail.id() + "/source\">Source</a></p><h1>"
                        + escape(mail.subject()) + "</h1>" + facts + "<h2>Text part</h2><pre>" + linked(mail.text())
                        + "</pre>" + html);
    }

    /** The mail's own HTML; its links open in a tab of their own, because the frame may not leave this page. */
    static String foreignHtml(StoredMail mail) {
        String html = mail.html() == null ? "" : mail.html();
        return "<!doctype html><base target=\"_blank\">" + html;
    }

    private static String item(StoredMail mail) {
        return "<li><a href=\"/messages/" + mail.id() + "\">"
                + escape(mail.subject().isBlank() ? "(no subject)" : mail.subject())
                + "</a><br><span class=\"soft\">to " + escape(mail.to()) + " · "
                + escape(TIME.format(mail.receivedAt())) + "</span></li>";
    }

    private static String page(String title, String body) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width, initial-scale=1\"><title>" + escape(title) + "</title><style>"
                + STYLE + "</style></head><body><main>" + body + "</main></body></html>";
    }

    /** Links are found in what the mail really says and escaped each by itself. */
    private static String linked(String text) {
        StringBuilder html = new StringBuilder();
        Matcher link = LINK.matcher(text);
        int end = 0;
        while (link.find()) {
            String target = escape(link.group());
            html.append(escape(text.substring(end, link.start())))
                    .append("<a rel=\"noreferrer\" target=\"_blank\" href=\"")
                    .append(target)
                    .append("\">")
                    .append(target)
                    .append("</a>");
            end = link.end();
        }
        return html.append(escape(text.substring(end))).toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
