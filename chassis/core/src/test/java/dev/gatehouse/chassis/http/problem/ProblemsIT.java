package dev.gatehouse.chassis.http.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.RawHttp;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class ProblemsIT {
    private static final String ORDERS = "/api/v1/probe/orders";

    @Test
    void echoesWhatIsWellFormed() {
        given().contentType(ContentType.JSON)
                .body(
                        "{\"name\":\"desk\",\"count\":2,\"kind\":\"agent\",\"at\":\"2026-11-01T10:00:00+01:00\",\"span\":\"PT1H\"}")
                .post(ORDERS)
                .then()
                .statusCode(200)
                .body("kind", equalTo("agent"))
                .body("at", equalTo("2026-11-01T09:00:00.000Z"))
                .body("span", equalTo("PT1H"))
                .body("containsKey('id')", is(true))
                .body("id", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | malformed-request",
                "[] | malformed-request",
                "'' | malformed-request",
                "null | malformed-request",
                "{\"name\":\"desk\",\"count\":1} trailing | malformed-request",
                "{\"name\":\"desk\",\"count\":1}{} | malformed-request",
                "{\"name\":\"desk\",\"name\":\"two\",\"count\":1} | malformed-request",
                "{\"name\":\"desk\",\"count\":\"1\"} | malformed-request",
                "{\"name\":\"desk\",\"count\":1.5} | malformed-request",
                "{\"name\":\"desk\",\"count\":true} | malformed-request",
                "{\"name\":\"desk\",\"count\":null} | malformed-request",
                "{\"name\":\"desk\",\"count\":99999999999} | malformed-request",
                "{\"name\":7,\"count\":1} | malformed-request",
                "{\"name\":\"desk\",\"count\":1,\"kind\":0} | malformed-request",
                "{\"name\":\"desk\",\"count\":1,\"kind\":\"AGENT\"} | malformed-request",
                "{\"name\":\"desk\",\"count\":1,\"at\":\"yesterday\"} | malformed-request",
                "{\"name\":\"desk\",\"count\":1,\"at\":1} | malformed-request",
                "{\"name\":\"desk\",\"count\":1,\"at\":\"+999999999-12-31T23:59:59Z\"} | malformed-request",
                "{\"name\":\"desk\",\"count\":1,\"at\":\"1969-12-31T23:59:59Z\"} | malformed-request",
                "{\"name\":\"\\ud800\",\"count\":1} | malformed-request",
                "{\"name\":\"a\\udc00b\",\"count\":1} | malformed-request",
                "{\"name\":\"desk\",\"count\":1,\"id\":\"1\"} | malformed-request",
                "{\"name\":\"desk\",\"count\":1,\"id\":\"\"} | malformed-request",
                "{\"name\":\"desk\",\"count\":1,\"admin\":true} | unknown-property",
                "{\"name\":\"desk\",\"count\":1,\"items\":[{\"size\":1,\"x\":1}]} | unknown-property"
            })
    void refusesWhatCannotBeRead(String body, String type) {
        ValidatableResponse answer =
                given().contentType(ContentType.JSON).body(body).post(ORDERS).then();
        problem(answer, 400, type);
    }

    @Test
    void namesTheUnknownProperty() {
        given().contentType(ContentType.JSON)
                .body("{\"name\":\"desk\",\"count\":1,\"items\":[{\"size\":1,\"isAdmin\":true}]}")
                .post(ORDERS)
                .then()
                .body("detail", containsString("items.0.isAdmin"));
    }

    @Test
    void doesNotRepeatWhatLooksLikeMarkup() {
        given().contentType(ContentType.JSON)
                .body("{\"<script>\":1}")
                .post(ORDERS)
                .then()
                .statusCode(400)
                .body("detail", not(containsString("script")));
    }

    @Test // A24
    void refusesDepthAndLongStrings() {
        String deep = "{\"items\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        String longString = "{\"name\":\"" + "x".repeat(9_000) + "\",\"count\":1}";
        for (String body : new String[] {deep, longString}) {
            String answer = RawHttp.post(RestAssured.port, ORDERS, body);
            assertTrue(answer.startsWith("HTTP/1.1 400") && answer.contains("malformed-request"), answer);
        }
    }

    @Test // A24
    void refusesABodyThatIsTooLarge() {
        problem(
                given().contentType(ContentType.JSON)
                        .body("x".repeat(70_000))
                        .post(ORDERS)
                        .then(),
                413,
                "request-too-large");
    }

    @Test
    void namesEveryBrokenRuleAsTheClientWroteIt() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body("{\"name\":\"x\",\"count\":1,\"items\":[{\"size\":1},{\"size\":6}]}")
                                .post(ORDERS)
                                .then(),
                        422,
                        "validation-failed")
                .body("violations.field", contains("items.1.size", "name"))
                .body("violations.code", contains("max", "size"));
    }

    @Test
    void namesAQueryParameterAsTheClientWroteIt() {
        problem(
                        given().queryParam("max-size", 10)
                                .get(ORDERS + "/0190f1d2-0000-7000-8000-000000000000")
                                .then(),
                        422,
                        "validation-failed")
                .body("violations.field", contains("max-size"));
    }

    @Test
    void answersAnIdThatIsNoneLikeAnUnknownOne() {
        problem(given().get(ORDERS + "/1").then(), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({"since, x", "max-size, ten"})
    void refusesAQueryParameterOfTheWrongForm(String name, String value) {
        String path = ORDERS + "/0190f1d2-0000-7000-8000-000000000000";
        problem(given().queryParam(name, value).get(path).then(), 400, "malformed-request");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404, not-found",
        "GET, /nothing, 404, not-found",
        "GET, /q/health, 404, not-found",
        "GET, /q/openapi, 404, not-found",
        "GET, /q/metrics, 404, not-found",
        "GET, /q/dev, 404, not-found",
        "GET, /.git/config, 404, not-found",
        "DELETE, /api/v1/probe/orders, 405, method-not-allowed",
        "TRACE, /api/v1/probe/orders, 405, method-not-allowed"
    })
    void answersWhatIsNotThere(String method, String path, int status, String type) {
        problem(given().request(method, path).then(), status, type);
    }

    /** Nor is anything read of them: a form or a text needs no preflight, and XML has entities. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain | {\"name\":\"desk\",\"count\":1}",
                "application/x-www-form-urlencoded | name=desk&count=1",
                "application/xml | <!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>",
                "text/xml | <order><name>desk</name><count>1</count></order>"
            })
    void readsNoOtherMediaType(String mediaType, String body) {
        problem(given().contentType(mediaType).body(body).post(ORDERS).then(), 415, "unsupported-media-type");
    }

    @Test
    void answersInNoOtherMediaType() {
        problem(
                given().contentType(ContentType.JSON)
                        .accept("image/png")
                        .body("{\"name\":\"desk\",\"count\":1}")
                        .post(ORDERS)
                        .then(),
                406,
                "not-acceptable");
    }

    @Test
    void tellsNothingOfAFaultButItsTrace() {
        ValidatableResponse answer = problem(given().get("/api/v1/probe/fault").then(), 500, "internal-error");
        answer.body(not(anyOf(containsString("SELECT"), containsString("Exception"), containsString("dev.gatehouse"))));
    }

    @Test // A47
    void asksToComeBackWhileTheDatabaseIsAway() {
        problem(given().get("/api/v1/probe/away").then(), 503, "dependency-unavailable")
                .header("Retry-After", "5");
    }

    @ParameterizedTest
    @CsvSource({"'', 428, precondition-required", "W/\"1\", 412, precondition-failed"})
    void asksForTheVersionThatIsChanged(String ifMatch, int status, String type) {
        problem(
                given().header("If-Match", ifMatch)
                        .put(ORDERS + "/0190f1d2-0000-7000-8000-000000000000")
                        .then(),
                status,
                type);
    }

    @ParameterizedTest
    @CsvSource({"201, 422, validation-failed", "x, 400, malformed-request"})
    void boundsPages(String limit, int status, String type) {
        problem(given().queryParam("limit", limit).get("/api/v1/probe/list").then(), status, type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"})
    void carriesTheTraceOfTheClient(String traceparent) {
        given().header("traceparent", traceparent)
                .get("/api/v1/nothing")
                .then()
                .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"))
                .header("traceparent", containsString("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @CanIgnoreReturnValue
    static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("type", equalTo("urn:gatehouse:problem:" + type))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }
}
