package dev.gatehouse.auth;

import static io.restassured.RestAssured.given;

import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.identity.AccountKind;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** Makes accounts through the audience of administrators, each with an address of its own. */
@Singleton
public class People {
    public static final String PASSWORD = "a phrase that is hard to guess";

    private final Admins admins;

    @Inject
    People(Admins admins) {
        this.admins = admins;
        allowManyFailuresOfOneNetwork();
    }

    /** Most tests come from one address. */
    private static void allowManyFailuresOfOneNetwork() {
        StackEnds.database(AuthStack.SCHEMA).update("UPDATE login_limit_setting SET address_failures = 10000");
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
        Rows.administratorAgain(Admins.SOMEBODY);
        return admins.token(Admins.SOMEBODY);
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
