package dev.gatehouse.iptrust.testing;

import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.state.AccountState;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A client of the verification page, without JavaScript. */
public final class PageReader {
    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/verify-ip/[A-Za-z0-9_-]{43})");

    private final String path;
    private final String ip;
    private final Response page;

    private PageReader(String path, String ip, Response page) {
        this.path = path;
        this.ip = ip;
        this.page = page;
    }

    /** The path of the link in the newest mail to this account. */
    public static String awaitLink(AccountState account) {
        return linkIn(StackEnds.mailbox().awaitTo(SuiteFixture.email(account)).text());
    }

    /** The path of the link in this text. */
    public static String linkIn(String text) {
        Matcher link = LINK.matcher(text);
        if (!link.find()) {
            throw new AssertionError("No link in: " + text);
        }
        return link.group(1);
    }

    /** Opens the link from this address. */
    public static PageReader open(String path, String ip) {
        return new PageReader(path, ip, comingFrom(ip).get(path));
    }

    /** A request from this address. */
    public static RequestSpecification comingFrom(String ip) {
        return RestAssured.given().header("X-Forwarded-For", ip).redirects().follow(false);
    }

    /** The page as it is. */
    public Document document() {
        return Jsoup.parse(page.asString());
    }

    /** The answer as it is. */
    public Response page() {
        return page;
    }

    /** Sends the number and trusts the address. */
    public Response trust(String number) {
        return post(Map.of("decision", "trust", "matchNumber", number));
    }

    /** Denies the login as a person does: presses the button, ticks the box of the second page, presses again. */
    public Response deny() {
        return pressDeny().post(Map.of("decision", "deny"));
    }

    /** Presses "No, this wasn't me": the second page. */
    public PageReader pressDeny() {
        return new PageReader(path, ip, post(Map.of("decision", "deny")));
    }

    /**
     * Presses every button of every form of the page, with what is filled in already: what a mail scanner does that
     * follows forms.
     */
    public List<Response> pressEveryButton() {
        return document().select("form button").stream()
                .map(button -> post(button.hasAttr("name") ? Map.of(button.attr("name"), button.val()) : Map.of()))
                .toList();
    }

    /** A form with these fields and the hidden ones, about to be sent. */
    public RequestSpecification form(Map<String, String> chosen) {
        Map<String, String> fields = new HashMap<>(chosen);
        document().select("form input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.val()));
        return comingFrom(ip).cookies(page.cookies()).formParams(fields);
    }

    private Response post(Map<String, String> chosen) {
        return form(chosen).post(path);
    }
}
