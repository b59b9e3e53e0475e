package dev.gatehouse.auth;

import static io.restassured.RestAssured.given;

import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.token.TokenIssuer;
import dev.gatehouse.chassis.security.caller.Revocations;
import dev.gatehouse.contracts.identity.AccountKind;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sends requests as a given person, with an access token minted just now. */
@Singleton
public class Admins {
    /** The account of {@link #anyAdmin}. */
    public static final UUID SOMEBODY = UUID.fromString("01900000-0000-7000-8000-0000000000aa");

    private final TokenIssuer issuer;
    private final Revocations revocations;

    @Inject
    Admins(TokenIssuer issuer, Revocations revocations) {
        this.issuer = issuer;
        this.revocations = revocations;
    }

    /** A token of this account as administrator, in a session of its own. */
    public String token(UUID accountId) {
        return token(accountId, AccountKind.AGENT, true, Instant.now());
    }

    /** A token of the account without the admin right. */
    public String tokenOf(Person person) {
        return token(person.id(), person.kind(), false, Instant.now());
    }

    /** An administrator's token whose proof of identity is this old. */
    public String tokenProven(UUID accountId, Duration ago) {
        return token(accountId, AccountKind.AGENT, true, Instant.now().minus(ago));
    }

    public RequestSpecification as(UUID accountId) {
        return given().auth().oauth2(token(accountId)).contentType(ContentType.JSON);
    }

    /** An administrator who plays no other part in any test. */
    public RequestSpecification anyAdmin() {
        Rows.administratorAgain(SOMEBODY);
        return as(SOMEBODY);
    }

    public Response create(Map<String, ?> body) {
        return anyAdmin().body(body).post("/admin/api/v1/accounts");
    }

    public Response show(UUID accountId) {
        return anyAdmin().get("/admin/api/v1/accounts/" + accountId);
    }

    public String etag(UUID accountId) {
        return show(accountId).then().statusCode(200).extract().header("ETag");
    }

    private String token(UUID accountId, AccountKind kind, boolean admin, Instant proven) {
        Eventually.until(revocations::healthy);
        UUID session = UUID.randomUUID();
        Instant now = Instant.now();
        if (admin) {
            Rows.administrator(accountId);
        }
        Rows.session(session, accountId, kind, now, proven);
        TokenIssuer.Subject subject =
                new TokenIssuer.Subject(accountId, kind, admin, session, now, proven, List.of("pwd"));
        return issuer.mint(subject)
                .await()
                .atMost(Duration.ofSeconds(10))
                .text()
                .reveal();
    }
}
