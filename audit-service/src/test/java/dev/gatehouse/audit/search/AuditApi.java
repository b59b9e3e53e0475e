package dev.gatehouse.audit.search;

import static io.restassured.RestAssured.given;

import dev.gatehouse.audit.AuditRecords;
import dev.gatehouse.chassis.testkit.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audience of the audit log, as an administrator comes through it. */
final class AuditApi {
    static final String EVENTS = "/admin/api/v1/audit/events";

    private final UUID admin = AuditRecords.newId();
    private final String token = Tokens.admin(admin);

    UUID admin() {
        return admin;
    }

    RequestSpecification request() {
        return given().auth().oauth2(token);
    }

    Response search(Map<String, ?> parameters) {
        return request().queryParams(parameters).get(EVENTS);
    }

    List<String> ids(Map<String, ?> parameters) {
        return search(parameters).then().statusCode(200).extract().path("items.id");
    }

    /** Ids of all pages of this size, one after the other, with something done between the pages. */
    List<String> allIds(Map<String, Object> parameters, int limit, Runnable between) {
        List<String> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            RequestSpecification page = request().queryParams(parameters).queryParam("limit", limit);
            Response answer = (cursor == null ? page : page.queryParam("cursor", cursor)).get(EVENTS);
            List<String> ids = answer.then().statusCode(200).extract().path("items.id");
            all.addAll(ids);
            cursor = answer.path("nextCursor");
            between.run();
        } while (cursor != null);
        return all;
    }
}
