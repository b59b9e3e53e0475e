package dev.gatehouse.auth;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.auth.People.Person;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;

/** A session as its client knows it, after a login. */
public record LoggedIn(UUID sessionId, String accessToken, String refreshToken) {
    @CanIgnoreReturnValue
    public static LoggedIn by(Browser browser, Person person) {
        return of(browser.login(person));
    }

    public static LoggedIn of(Response created) {
        JsonPath body = created.then().statusCode(201).extract().jsonPath();
        return new LoggedIn(body.getUUID("session.id"), body.getString("accessToken"), body.getString("refreshToken"));
    }
}
