package dev.gatehouse.localstack.demo;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The login of one person: password, and for a new address the mail, the page and the number. */
final class Login {
    private static final String SESSIONS = "/agent/api/v1/sessions";
    private static final Pattern LINK = Pattern.compile("https?://\\S+?(/verify-ip/[A-Za-z0-9_-]+)");

    private final Visitor visitor;
    private final Person person;
    private final Narrator narrator;

    /** Who logs in, and where their mail arrives. */
    record Person(String email, String password, Inbox inbox) {}

    Login(Visitor visitor, Person person, Narrator narrator) {
        this.visitor = visitor;
        this.person = person;
        this.narrator = narrator;
    }

    /** 201 with a session or 202 with a challenge, or whatever it was. */
    Reply withPassword() {
        return visitor.send("POST", SESSIONS, credentials());
    }

    /** The same once more, undecided. */
    Reply again() {
        return visitor.sendSilently("POST", SESSIONS, credentials());
    }

    private JsonObject credentials() {
        return new JsonObject().put("email", person.email()).put("password", person.password());
    }

    /** The challenge of a login from a new address. */
    JsonObject challengeIn(Reply reply) {
        JsonObject challenge =
                reply.expect(202, "a sign-in from a new address").json().getJsonObject("challenge");
        String kind = challenge == null ? "none" : challenge.getString("kind");
        if (challenge == null || !"ip_verification".equals(kind)) {
            throw new DemoFailure("the challenge should be ip_verification, but is " + kind);
        }
        narrator.seen(
                "202: it waits, and the form shows the number " + challenge.getString("matchNumber"), reply.took());
        return challenge;
    }

    /** Starts waiting for the decision. */
    CompletableFuture<Reply> await(JsonObject challenge) {
        return visitor.begin("/agent/api/v1/login-challenges/" + challenge.getString("id") + "?wait=25");
    }

    /** Opens the mailed page, reads it and answers it with the number; runs from that click on. */
    Stopwatch confirm(JsonObject challenge, List<String> factsToShow) {
        Matcher link = LINK.matcher(
                person.inbox().next("verification mail", mail -> text(mail).contains("/verify-ip/")));
        if (!link.find()) {
            throw new DemoFailure("the mail should hold a link to /verify-ip/");
        }
        String path = link.group(1);

        narrator.step("The person opens the linked page, which changes nothing yet");
        VerificationPage page = new VerificationPage(
                visitor.shownGet(path).expect(200, "the linked page").body());
        narrator.seen("\"" + page.heading() + "\"");
        page.facts().forEach((label, value) -> narrator.seen(label + ": " + value));
        page.expectToShow(factsToShow);

        narrator.step("The person types the number and trusts the address");
        String form = page.filledIn(challenge.getString("matchNumber"));
        Stopwatch sinceClick = new Stopwatch();
        Reply decided = visitor.submit(path, form).expect(200, "the answered page");
        narrator.seen("\"" + new VerificationPage(decided.body()).heading() + "\"", decided.took());
        return sinceClick;
    }

    /** The long poll returns and the challenge is redeemed for a session; the visitor holds the token from then on. */
    JsonObject redeem(JsonObject challenge, CompletableFuture<Reply> waiting) {
        Reply decided = joined(waiting).expect(200, "the long poll");
        String state = decided.json().getString("state", decided.json().encode());
        if (!decided.body().contains("approved")) {
            throw new DemoFailure("the challenge should be approved, but is " + state);
        }
        narrator.seen("the challenge is approved", decided.took());
        Reply redeemed = visitor.send(
                        "POST", "/agent/api/v1/login-challenges/" + challenge.getString("id"), new JsonObject())
                .expect(201, "redeeming the approved challenge");
        return enter(redeemed);
    }

    /** Takes the session that a 201 brings. */
    JsonObject enter(Reply reply) {
        JsonObject json = reply.json();
        JsonObject session = json.getJsonObject("session");
        String token = json.getString("accessToken");
        if (session == null || token == null) {
            throw new DemoFailure("a sign-in that succeeds should bring a session and an access token");
        }
        visitor.holds(token);
        narrator.seen(
                "201: session " + session.getString("id") + ", access token for " + json.getInteger("expiresIn") + " s",
                reply.took());
        return session;
    }

    private static Reply joined(CompletableFuture<Reply> waiting) {
        try {
            return waiting.orTimeout(30, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new DemoFailure("the long poll did not end well: " + e.getCause());
        }
    }

    private static String text(JsonObject mail) {
        return String.valueOf(mail.getString("text"));
    }
}
