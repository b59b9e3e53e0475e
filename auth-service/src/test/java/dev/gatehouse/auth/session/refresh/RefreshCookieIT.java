package dev.gatehouse.auth.session.refresh;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.identity.AccountKind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The refresh token in a cookie, which a browser sends by itself. */
@QuarkusTest
@AuthStack
class RefreshCookieIT extends AgentWithSession {
    /** T04: an agent who looks at the end users' pages is logged in twice, in one browser. */
    @Test
    void t04AgentAndUserHaveACookieEach() {
        // Given
        Person user = people.user();
        Map<String, String> jar = new HashMap<>(byCookie(browser, agent));
        jar.putAll(byCookie(Browser.of(user), user));

        // When
        Response asAgent = refreshWith(jar, browser);
        jar.putAll(asAgent.cookies());
        Response asUser = refreshWith(jar, Browser.of(user));
        jar.putAll(asUser.cookies());

        // Then
        asAgent.then()
                .statusCode(200)
                .body("session.accountId", equalTo(agent.id().toString()));
        asUser.then()
                .statusCode(200)
                .body("session.accountId", equalTo(user.id().toString()));
        refreshWith(jar, browser).then().statusCode(200);
    }

    /** L9: a page of a sub-domain is of the same site, so the browser sends the cookie with its requests. */
    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, cross-site",
        "Origin, https://evil.example.test",
        "Origin, null"
    })
    void l9RefusesARefreshByCookieFromAnotherOrigin(String header, String value) {
        // When
        Response answer = browser.request()
                .noContentType()
                .header("Cookie", "__Host-gatehouse-agent=" + loggedIn.refreshToken())
                .header(header, value)
                .post(browser.path("/sessions/refresh"));

        // Then
        answer.then().statusCode(403).body("type", equalTo("urn:gatehouse:problem:csrf-refused"));
        assertEquals(0, number("SELECT rotations FROM session WHERE id = ?"));
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, same-origin", "Origin, http://localhost:8080", "Accept, */*"})
    void takesARefreshByCookieFromItsOwnOrigin(String header, String value) {
        browser.request()
                .noContentType()
                .header("Cookie", "__Host-gatehouse-agent=" + loggedIn.refreshToken())
                .header(header, value)
                .post(browser.path("/sessions/refresh"))
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheTokenInTheCookieItCameBy(AccountKind kind) {
        // Given
        Person person = kind == AccountKind.AGENT ? agent : people.user();
        Browser theirs = Browser.of(person);
        String cookie =
                "__Host-gatehouse-" + kind + "=" + LoggedIn.by(theirs, person).refreshToken();

        // When
        Response answer =
                theirs.request().noContentType().header("Cookie", cookie).post(theirs.path("/sessions/refresh"));

        // Then
        answer.then()
                .statusCode(200)
                .body("refreshToken", nullValue())
                .header(
                        "Set-Cookie",
                        allOf(
                                startsWith(cookie.substring(0, 58)),
                                not(startsWith(cookie)),
                                containsString("; Path=/"),
                                containsString("; Secure"),
                                containsString("; HttpOnly"),
                                containsString("; SameSite=Strict"),
                                not(containsString("Domain"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data", "text/plain"})
    void refusesTheContentTypesOfAForm(String contentType) {
        // When
        Response answer = browser.request()
                .header("Cookie", "__Host-gatehouse-agent=" + loggedIn.refreshToken())
                .header("Content-Type", contentType)
                .post(browser.path("/sessions/refresh"));

        // Then
        answer.then().statusCode(415).contentType("application/problem+json");
        assertEquals(0, number("SELECT rotations FROM session WHERE id = ?"));
    }

    @Test
    void removesAnInvalidCookie() {
        // When
        Response answer = browser.request()
                .header("Cookie", "__Host-gatehouse-agent=nonsense")
                .contentType(ContentType.JSON)
                .body(Map.of("active", true))
                .post(browser.path("/sessions/refresh"));

        // Then
        answer.then()
                .statusCode(401)
                .body("type", equalTo("urn:gatehouse:problem:session-expired"))
                .header("Set-Cookie", containsString("__Host-gatehouse-agent=; Max-Age=0"));
    }

    private static Map<String, String> byCookie(Browser browser, Person person) {
        return browser.post(
                        "/sessions",
                        Map.of("email", person.email(), "password", People.PASSWORD, "transport", "cookie"))
                .cookies();
    }

    private static Response refreshWith(Map<String, String> jar, Browser browser) {
        return browser.request().noContentType().cookies(jar).post(browser.path("/sessions/refresh"));
    }

    private long number(String sql) {
        UUID id = loggedIn.sessionId();
        return StackEnds.database(AuthStack.SCHEMA).number(sql, (Object) UuidBytes.bytes(id));
    }
}
