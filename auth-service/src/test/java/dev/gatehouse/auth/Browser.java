package dev.gatehouse.auth;

import static io.restassured.RestAssured.given;

import dev.gatehouse.auth.People.Person;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.Audience;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A client at one audience, from one IP address, with one user agent. */
public record Browser(Audience audience, String ip, String userAgent) {
    private static final String USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    public static Browser of(Person person) {
        return new Browser(
                person.kind() == AccountKind.AGENT ? Audience.AGENT : Audience.USER, "203.0.113.7", USER_AGENT);
    }

    public Browser at(Audience other) {
        return new Browser(other, ip, userAgent);
    }

    public Browser from(String otherIp) {
        return new Browser(audience, otherIp, userAgent);
    }

    public Browser as(String otherUserAgent) {
        return new Browser(audience, ip, otherUserAgent);
    }

    public RequestSpecification request() {
        return given().header("X-Forwarded-For", ip).header("User-Agent", userAgent);
    }

    public Response login(Person person) {
        return login(person.email(), People.PASSWORD);
    }

    public Response login(String email, String password) {
        return post("/sessions", Map.of("email", email, "password", password));
    }

    public Response refresh(String refreshToken) {
        return post("/sessions/refresh", Map.of("refreshToken", refreshToken));
    }

    public Response challenge(String id, int wait) {
        return request().queryParam("wait", wait).get(audience.prefix() + "/login-challenges/" + id);
    }

    public Response redeem(String id) {
        return post("/login-challenges/" + id, Map.of());
    }

    public Response post(String path, Map<String, ?> body) {
        return request().contentType(ContentType.JSON).body(body).post(audience.prefix() + path);
    }

    /** A request with an access token. */
    public RequestSpecification with(String accessToken) {
        return request().auth().oauth2(accessToken);
    }

    public String path(String rest) {
        return audience.prefix() + rest;
    }
}
