package dev.gatehouse.testbed.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.chassis.testkit.Mailbox;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The running suite and what tests do with it again and again; there is one, so that nothing it makes is there twice.
 */
public final class Suite {
    private static final String ADMIN_EMAIL = "admin@gatehouse.local";
    /** Well within the life of an access token. */
    private static final Duration RECENT = Duration.ofMinutes(1);

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private static final Map<String, Object> TRUST_FOR_ALL_AGENTS = Map.of(
            "enabled", true,
            "scope", "all_agents",
            "trustDuration", "P30D",
            "verificationLifetime", "PT15M",
            "confirmation", "number",
            "ipv6PrefixLength", 64);

    private final LocalStack stack;
    private final Mailbox mailbox;
    private final NewAccounts accounts;
    private final AtomicInteger counter = new AtomicInteger();
    private @Nullable Visitor recentAdmin;
    private long recentUntil;
    private boolean requiresIpTrust;

    Suite(LocalStack stack) {
        this.stack = stack;
        this.mailbox = Mailbox.at(stack.mailbox());
        this.accounts = new NewAccounts(this::recentAdmin);
        setSessions("agents", Map.of());
    }

    /**
     * Sets how long sessions of agents or users last, as an administrator does; what is not named is the default. One
     * administrator signs in for all tests, and some tests sign in many times.
     */
    public synchronized void setSessions(String kind, Map<String, ?> changed) {
        boolean users = kind.equals("users");
        Map<String, Object> settings = new HashMap<>(Map.of(
                "idleTimeout",
                "PT1H",
                "maxLifetime",
                users ? "PT24H" : "PT12H",
                "rememberMe",
                Map.of("allowed", users, "lifetime", "P30D"),
                "requireActivity",
                false,
                "recheckAddress",
                !users,
                "maxPerAccount",
                users ? 10 : 1_000));
        settings.putAll(changed);
        Visitor admin = admin();
        String path = "/admin/api/v1/settings/sessions/" + kind;
        admin.with("If-Match", admin.get(path).expect(200).header("ETag"))
                .put(path, settings)
                .expect(200);
        // the administrator's own sessions may be past a shorter clock
        recentAdmin = null;
    }

    public LocalStack stack() {
        return stack;
    }

    public URI origin() {
        return stack.origin();
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    /** A client on this machine. */
    public Visitor visitor() {
        return Visitor.to(stack.origin());
    }

    /**
     * An address that was not used before, from the range for documentation (RFC 3849), in a /48 of its own: failures
     * are counted for networks of that size too.
     */
    public String freshAddress() {
        int number = counter.incrementAndGet();
        return "2001:db8:%x:%x::7".formatted(number & 0xffff, 1 + (number >>> 16));
    }

    /** The administrator, signed in a moment ago. */
    public Visitor admin() {
        JsonNode session = loginAsAdmin().expect(201).json();
        return visitor().bearing(session.get("accessToken").asText());
    }

    /** The same, signed in a minute ago at most: each login hashes a password, and what tests prepare needs many. */
    private synchronized Visitor recentAdmin() {
        Visitor known = recentAdmin;
        if (known != null && System.nanoTime() < recentUntil) {
            return known;
        }
        Visitor signedIn = admin();
        recentAdmin = signedIn;
        recentUntil = System.nanoTime() + RECENT.toNanos();
        return signedIn;
    }

    private Answer loginAsAdmin() {
        return visitor()
                .post("/agent/api/v1/sessions", new Agent("", ADMIN_EMAIL, stack.adminPassword()).credentials());
    }

    /** A new agent with a password. */
    public Agent newAgent() {
        return accounts.agent();
    }

    /** A new agent who was invited; the password is the one that they are going to choose. */
    public Agent newInvitedAgent() {
        return accounts.invitedAgent();
    }

    /** A new end user with a password. */
    public EndUser newUser() {
        return accounts.user();
    }

    /** The audit log as the administrator reads it. */
    public AuditLog auditLog() {
        return new AuditLog(this::recentAdmin);
    }

    /** Turns IP trust on for all agents the way an administrator does, unless it is on; nobody turns it off. */
    public synchronized void requireIpTrust() {
        if (!requiresIpTrust) {
            turnIpTrustOn();
            requiresIpTrust = true;
        }
    }

    private void turnIpTrustOn() {
        Visitor admin = admin();
        Answer settings = admin.get("/admin/api/v1/ip-trust/settings").expect(200);
        if (settings.json().get("enabled").asBoolean()) {
            return;
        }
        Agent agent = newAgent();
        admin.post("/admin/api/v1/ip-trust/mail-proof", Map.of()).expect(202);
        admin.put("/admin/api/v1/ip-trust/mail-proof", Map.of("code", codeMailedTo(ADMIN_EMAIL)))
                .expect(204);
        admin.with("If-Match", settings.header("ETag"))
                .put("/admin/api/v1/ip-trust/settings", TRUST_FOR_ALL_AGENTS)
                .expect(200);
        Answer confirmed = admin.post("/admin/api/v1/ip-trust/settings/confirm", Map.of());
        if (confirmed.status() >= 300) {
            throw new AssertionError("The settings were not confirmed: " + confirmed.body());
        }
        Eventually.holds(
                "a login from a new address is challenged",
                () -> login(agent, freshAddress()).status() == 202);
        Eventually.holds(
                "the administrator's own address is trusted",
                () -> loginAsAdmin().status() == 201);
    }

    /** A login with the right password from this address, however it ends. */
    public Answer login(Agent agent, String address) {
        return visitor().from(address).post("/agent/api/v1/sessions", agent.credentials());
    }

    /** A login from a new address all the way to the session; the address is trusted from then on. */
    @CanIgnoreReturnValue
    public JsonNode loginFromNewAddress(Agent agent, String address) {
        JsonNode challenge = login(agent, address).expect(202).json().get("challenge");
        return approve(agent, visitor().from(address), challenge).json();
    }

    /** Approves the challenge through the mailed link and redeems it for a session. */
    public Answer approve(Agent agent, Visitor waiting, JsonNode challenge) {
        return waiting.post(approved(agent, waiting, challenge), Map.of()).expect(201);
    }

    /** Approves the challenge through the mailed link; returns the path where it is redeemed. */
    public String approved(Agent agent, Visitor waiting, JsonNode challenge) {
        String link = VerificationPage.linkIn(awaitVerificationMail(agent.email()));
        VerificationPage.open(visitor(), link)
                .trust(challenge.get("matchNumber").asText())
                .expect(200);
        String path = "/agent/api/v1/login-challenges/" + challenge.get("id").asText();
        Eventually.holds("the challenge is approved", () -> waiting.get(path + "?wait=10")
                .expect(200)
                .json()
                .path("state")
                .asText()
                .equals("approved"));
        return path;
    }

    /** Every mail to this recipient that asks to verify an address, newest first. */
    public List<Mailbox.Received> verificationMails(String recipient) {
        return mailbox.to(recipient).stream()
                .filter(VerificationPage::isLinkedIn)
                .toList();
    }

    /** The newest mail to this recipient that asks to verify an address; waits for it. */
    public Mailbox.Received awaitVerificationMail(String recipient) {
        return awaitVerificationMail(recipient, Eventually.LIMIT);
    }

    /** The same, waiting this long. */
    public Mailbox.Received awaitVerificationMail(String recipient, Duration limit) {
        return mailbox.await(recipient, "the verification of an address", limit, VerificationPage::isLinkedIn);
    }

    /** The session of an agent who signed in from a new address. */
    @CanIgnoreReturnValue
    public Session newSession(Agent agent, String address) {
        return Session.of(visitor().from(address), loginFromNewAddress(agent, address));
    }

    /** The types of the events about this account in the audit log, newest first, over all pages. */
    public List<String> auditedTypes(String accountId) {
        return auditLog().about(accountId).stream()
                .map(event -> event.get("type").asText())
                .toList();
    }

    private String codeMailedTo(String email) {
        var matcher = CODE.matcher(mailbox.awaitTo(email, "Your code").text());
        if (!matcher.find()) {
            throw new AssertionError("No code in the mail");
        }
        return matcher.group(1);
    }
}
