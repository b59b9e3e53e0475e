package dev.gatehouse.auth;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.auth.People.Person;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;

/** A session as its client has it. */
public record SignedIn(UUID sessionId, String accessToken, String refreshToken) {
    @CanIgnoreReturnValue
    public static SignedIn by(Browser browser, Person person) {
        return of(browser.signIn(person));
    }

    public static SignedIn of(Response created) {
        JsonPath body = created.then().statusCode(201).extract().jsonPath();
        return new SignedIn(body.getUUID("session.id"), body.getString("accessToken"), body.getString("refreshToken"));
    }
}
