package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.EndUser;
import dev.gatehouse.testbed.suite.InvitationPage;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.VerificationPage;
import dev.gatehouse.testbed.suite.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Secrets and addresses of people go through the whole suite; none of them comes out in a log. */
@ExtendWith(RunningSuite.class)
class LogSilenceIT {
    private static final List<String> PARTS =
            List.of("auth", "ip-trust", "notification", "audit", "broker", "database", "launcher", "stack");

    /** What no line of any log may look like. */
    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
            Pattern.compile("\\$argon2id\\$"),
            Pattern.compile("/(?:verify-ip|accept-invitation|reset-password)/[A-Za-z0-9_-]{20,}"),
            Pattern.compile("[A-Za-z0-9.+-]+@helpdesk\\.example"),
            Pattern.compile("correct horse battery"),
            Pattern.compile("(?i)matchNumber\\W+\\d"),
            Pattern.compile("__Host-[a-z-]+="));

    private final Suite suite;

    LogSilenceIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @Test
    void tellsNoSecretOfWhatPeopleDid() {
        // Given
        List<String> secrets = new ArrayList<>();
        secrets.addAll(ofAnInvitation());
        secrets.addAll(ofALogin());
        secrets.addAll(ofAnEndUser());
        secrets.addAll(ofNonsense());
        secrets.addAll(ofAVerification());
        secrets.addAll(ofEveryService());
        secrets.add(suite.stack().adminPassword());
        secrets.addAll(suite.stack().secrets());

        // When
        List<String> parts = PARTS.stream()
                .filter(part -> !part.equals("database") || suite.stack().runsDatabase())
                .toList();
        List<String> logs = parts.stream().map(suite.stack()::log).toList();

        // Then
        assertTrue(logs.getFirst().contains("\"level\":\"DEBUG\""), "services log what they can");
        for (int part = 0; part < parts.size(); part++) {
            assertEquals(List.of(), leaked(logs.get(part), secrets), parts.get(part));
        }
    }

    private List<String> ofAnInvitation() {
        Agent invited = suite.newInvitedAgent();
        String link = InvitationPage.linkIn(suite.mailbox().awaitTo(invited.email(), "Choose a password"));
        InvitationPage page = InvitationPage.open(suite.visitor(), link);
        assertEquals(422, page.choose("a-short-one").status());
        assertEquals(200, page.choose(invited.password()).status());
        return List.of(lastPart(link), invited.password(), "a-short-one");
    }

    private List<String> ofALogin() {
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        Session session = suite.newSession(agent, address);
        String link = VerificationPage.linkIn(suite.awaitVerificationMail(agent.email()));
        Visitor client = session.client();
        Map<String, String> token = Map.of("refreshToken", session.refreshToken());
        String next = client.post("/agent/api/v1/sessions/refresh", token)
                .expect(200)
                .json()
                .get("refreshToken")
                .asText();
        suite.visitor().post("/agent/api/v1/sessions/refresh", token).expect(401);
        suite.login(agent.typing("wrong-but-secret phrase"), address).expect(401);
        return List.of(lastPart(link), secretOf(session.refreshToken()), secretOf(next), "wrong-but-secret phrase");
    }

    private List<String> ofAnEndUser() {
        EndUser user = suite.newUser();
        Visitor visitor = suite.visitor();
        Session session = Session.of(
                visitor, visitor.post("/api/v1/sessions", user.credentials()).expect(201));
        visitor.post("/agent/api/v1/sessions", user.credentials()).expect(401);
        session.visitor()
                .put(
                        "/api/v1/me/password",
                        Map.of("currentPassword", user.password(), "newPassword", "new-and-secret phrase"))
                .expect(204);
        return List.of(user.password(), secretOf(session.refreshToken()), "new-and-secret phrase");
    }

    /** Wrong and missing answers to the mailed page, with its token and its cookie. */
    private List<String> ofAVerification() {
        Agent agent = suite.newAgent();
        suite.login(agent, suite.freshAddress()).expect(202);
        String link = VerificationPage.linkIn(suite.awaitVerificationMail(agent.email()));
        VerificationPage page = VerificationPage.open(suite.visitor(), link);
        page.trust("typed-as-a-number").expect(422);
        suite.visitor()
                .postForm(link, Map.of("decision", "trust", "formToken", "typed-as-a-token"))
                .expect(403);
        suite.admin()
                .put("/admin/api/v1/ip-trust/mail-proof", Map.of("code", "typed-as-a-code"))
                .expect(409);
        List<String> secrets = new ArrayList<>(page.secrets());
        secrets.addAll(List.of(lastPart(link), "typed-as-a-number", "typed-as-a-token", "typed-as-a-code"));
        return secrets;
    }

    /** What each service refuses: a token and a cookie that are none, a body that cannot be read, a broken cursor. */
    private List<String> ofEveryService() {
        Visitor admin = suite.admin();
        for (String path : List.of(
                "/admin/api/v1/accounts",
                "/admin/api/v1/ip-trust/networks",
                "/admin/api/v1/notifications/deliveries",
                "/admin/api/v1/audit/events")) {
            suite.visitor().bearing("eyJ.as-a-token.typed").get(path).expect(401);
            suite.visitor()
                    .with("Cookie", "__Host-gatehouse-agent=typed-as-a-cookie")
                    .get(path)
                    .expect(401);
            admin.get(path + "?cursor=typed-as-a-cursor").expect(400);
        }
        admin.postRaw("/admin/api/v1/ip-trust/networks", "{\"network\":\"typed-as-a-body")
                .expect(400);
        return List.of("as-a-token.typed", "typed-as-a-cookie", "typed-as-a-cursor", "typed-as-a-body");
    }

    private List<String> ofNonsense() {
        String typed = "typed-into-the-wrong-field";
        String path = "/agent/api/v1/sessions";
        Visitor visitor = suite.visitor();
        visitor.postRaw(path, "{\"email\":\"" + typed + "\",\"password\":\"" + typed)
                .expect(400);
        visitor.postRaw(path, "{\"email\":\"a@b.example\",\"passwort\":\"" + typed + "\"}")
                .expect(400);
        visitor.post(path, Map.of("email", typed, "password", typed)).expect(401);
        visitor.bearing(typed).get(path).expect(401);
        visitor.get("/verify-ip/" + typed + "?next=" + typed).expect(404);
        visitor.get("/agent/api/v1/login-challenges/" + typed).expect(404);
        return List.of(typed);
    }

    private static List<String> leaked(String log, List<String> secrets) {
        return log.lines()
                .filter(line -> secrets.stream().anyMatch(line::contains)
                        || SECRETS.stream()
                                .anyMatch(pattern -> pattern.matcher(line).find()))
                .toList();
    }

    private static String lastPart(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    /** What follows the id of the session, which is no secret. */
    private static String secretOf(String refreshToken) {
        return refreshToken.substring(refreshToken.indexOf('.') + 1);
    }
}
