package dev.gatehouse.auth.securitycontact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.startsWith;

import dev.gatehouse.auth.AuthStack;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AuthStack
class SecurityTxtResourceIT {
    @Test
    void tellsAnybodyWhereToReportAWeakness() {
        given().accept("*/*")
                .get("/.well-known/security.txt")
                .then()
                .statusCode(200)
                .header("Content-Type", equalToIgnoringCase("text/plain;charset=UTF-8"))
                .header("Cache-Control", equalTo("public, max-age=86400"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .body(startsWith("Contact: mailto:security@helpdesk.example\nExpires: "))
                .body(containsString("\nPreferred-Languages: en\n"));
    }

    @Test
    void leavesTheOtherDocumentsWhereTheyAre() {
        given().get("/.well-known/jwks.json").then().statusCode(200);
        given().get("/.well-known/security").then().statusCode(404);
    }
}
