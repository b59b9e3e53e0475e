package dev.gatehouse.chassis.http.openapi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class DocumentedProblemsIT {
    @TestHTTPResource(value = "/openapi", management = true)
    @Nullable
    URI document;

    @Test
    void documentsTheProblemsOfEveryOperationOnTheManagementPort() {
        given().accept("application/json")
                .get(document)
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("components.schemas.Problem.properties", hasKey("traceId"))
                .body("components.securitySchemes.accessToken.scheme", equalTo("bearer"))
                .body("paths.'/api/v1/probe/orders'.post.responses", hasKey("422"))
                .body(
                        "paths.'/admin/api/v1/probe'.get.responses.'401'.content.'application/problem+json'.schema.'$ref'",
                        equalTo("#/components/schemas/Problem"))
                .body("paths.'/admin/api/v1/probe'.get.security[0]", hasKey("accessToken"));
    }
}
