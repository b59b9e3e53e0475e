package dev.gatehouse.localstack.demo;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the administrator does: logs in, turns IP trust on once, makes an account. */
final class Administrator {
    private static final String SETTINGS = "/admin/api/v1/ip-trust/settings";
    private static final String MAIL_PROOF = "/admin/api/v1/ip-trust/mail-proof";
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private final Visitor admin;
    private final Login.Person person;
    private final Narrator narrator;

    Administrator(Visitor admin, Login.Person person, Narrator narrator) {
        this.admin = admin;
        this.person = person;
        this.narrator = narrator;
    }

    void login() {
        narrator.step("The administrator signs in");
        Login login = new Login(admin, person, narrator);
        Reply reply = login.withPassword();
        if (reply.status() == 202) {
            JsonObject challenge = login.challengeIn(reply);
            CompletableFuture<Reply> waiting = login.await(challenge);
            var sinceClick = login.confirm(challenge, List.of());
            narrator.seen(
                    "signed in as " + login.redeem(challenge, waiting).getString("accountId"), sinceClick.elapsed());
        } else {
            var unused = login.enter(reply.expect(201, "the administrator's sign-in"));
        }
    }

    /** Whether it had to be turned on. */
    boolean turnIpTrustOn() {
        narrator.step("IP trust: agents must confirm new addresses");
        Reply present = admin.shownGet(SETTINGS).expect(200, "the settings of IP trust");
        JsonObject settings = present.json();
        if (isAsNeeded(settings)) {
            narrator.seen("200: it is on already, for all agents", present.took());
            return false;
        }
        narrator.seen("200: it is not on for all agents yet", present.took());
        proveMail();
        JsonObject wanted =
                settings.copy().put("enabled", true).put("scope", "all_agents").put("confirmation", "number");
        String etag = present.headers().firstValue("ETag").orElseThrow(() -> new DemoFailure("settings have no ETag"));
        Reply changed =
                admin.send("PUT", SETTINGS, wanted, Map.of("If-Match", etag)).expect(200, "turning IP trust on");
        narrator.seen("200: on, until it is confirmed for ten minutes only", changed.took());
        Reply confirmed = admin.send("POST", SETTINGS + "/confirm").expect(200, "confirming the change");
        narrator.seen("200: it stays on", confirmed.took());
        return true;
    }

    private static boolean isAsNeeded(JsonObject settings) {
        return settings.getBoolean("enabled", false)
                && "all_agents".equals(settings.getString("scope"))
                && "number".equals(settings.getString("confirmation"));
    }

    /** Mail must reach the administrator, or they would lock themselves out. A proof is good for a day. */
    private void proveMail() {
        Reply asked = admin.send("POST", MAIL_PROOF);
        if (asked.status() == 429) {
            narrator.seen("429: enough codes for now; the proof of earlier today counts", asked.took());
            return;
        }
        narrator.seen(
                "202: a code is on its way",
                asked.expect(202, "asking for a code").took());
        Matcher code = CODE.matcher(
                person.inbox().next("mail with a code", mail -> CODE.matcher(String.valueOf(mail.getString("text")))
                        .find()));
        if (!code.find()) {
            throw new DemoFailure("the mail should hold a code of six digits");
        }
        Reply proven = admin.send("PUT", MAIL_PROOF, new JsonObject().put("code", code.group()))
                .expect(204, "answering with the mailed code");
        narrator.seen("204: mail is proven", proven.took());
    }

    /** The new account's id. */
    String createAgent(String email, String password) {
        narrator.step("The administrator makes an account for an agent");
        Reply created = admin.send(
                        "POST",
                        "/admin/api/v1/accounts",
                        new JsonObject()
                                .put("email", email)
                                .put("displayName", "Demo Agent")
                                .put("kind", "agent")
                                .put("locale", "en")
                                .put("timeZone", "UTC")
                                .put("password", password))
                .expect(201, "making an account");
        String id = created.json().getString("id");
        narrator.seen("201: account " + id, created.took());
        return id;
    }
}
