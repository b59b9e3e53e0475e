package dev.gatehouse.auth;

import static io.restassured.RestAssured.given;

import dev.gatehouse.auth.token.TokenIssuer;
import dev.gatehouse.auth.token.TokenSubject;
import dev.gatehouse.chassis.security.caller.Revocations;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.identity.AccountKind;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes accounts through the audience of administrators, each with an address of its own. */
@Singleton
public class People {
    public static final String PASSWORD = "a phrase that is hard to guess";

    private final TokenIssuer issuer;
    private final Revocations revocations;

    @Inject
    People(TokenIssuer issuer, Revocations revocations) {
        this.issuer = issuer;
        this.revocations = revocations;
    }

    public record Person(UUID id, AccountKind kind, String email) {}

    public Person agent() {
        return create(AccountKind.AGENT);
    }

    public Person user() {
        return create(AccountKind.USER);
    }

    public Person administrator() {
        Person agent = agent();
        database("UPDATE account SET admin = 1 WHERE email_key = ?", agent.email());
        return agent;
    }

    public void disable(Person person) {
        database("UPDATE account SET status = 'DISABLED' WHERE email_key = ?", person.email());
    }

    /** A token of an administrator who has just proven themselves. */
    public String adminToken() {
        Eventually.until(revocations::healthy);
        Instant now = Instant.now();
        TokenSubject administrator = new TokenSubject(
                UUID.randomUUID(), AccountKind.AGENT, true, UUID.randomUUID(), now, now, List.of("pwd"));
        return issuer.mint(administrator)
                .await()
                .atMost(Duration.ofSeconds(10))
                .text()
                .reveal();
    }

    private Person create(AccountKind kind) {
        String email = UUID.randomUUID() + "@helpdesk.test";
        String id = given().auth()
                .oauth2(adminToken())
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "displayName", "Ada", "kind", kind.toString(), "password", PASSWORD))
                .post("/admin/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Person(UUID.fromString(id), kind, email);
    }

    private static void database(String sql, String email) {
        int changed = StackEnds.database(AuthStack.SCHEMA).update(sql, email);
        if (changed != 1) {
            throw new IllegalStateException(sql);
        }
    }
}
