package dev.gatehouse.testbed.suite;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Accounts of one test, created by the administrator. */
final class NewAccounts {
    private final Supplier<Visitor> admin;
    private final AtomicInteger counter = new AtomicInteger();

    NewAccounts(Supplier<Visitor> admin) {
        this.admin = admin;
    }

    Agent agent() {
        String email = email("agent");
        String password = password(email);
        return new Agent(create("agent", email, Map.of("password", password)), email, password);
    }

    Agent invitedAgent() {
        String email = email("invited");
        return new Agent(create("agent", email, Map.of()), email, password(email));
    }

    EndUser user() {
        String email = email("user");
        String password = password(email);
        return new EndUser(create("user", email, Map.of("password", password)), email, password);
    }

    private String email(String name) {
        return name + "-" + counter.incrementAndGet() + "@helpdesk.example";
    }

    private static String password(String email) {
        return "correct horse battery " + email;
    }

    private String create(String kind, String email, Map<String, String> more) {
        Map<String, String> account = new HashMap<>(more);
        account.put("email", email);
        account.put("displayName", "Ada " + counter.get());
        account.put("kind", kind);
        account.put("locale", "en");
        account.put("timeZone", "Europe/Berlin");
        return admin.get()
                .post("/admin/api/v1/accounts", account)
                .expect(201)
                .json()
                .get("id")
                .asText();
    }
}
