package dev.gatehouse.notification;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Tokens;
import dev.gatehouse.contracts.state.AccountState;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;

/** The service over HTTP, as its callers see it. */
public final class NotificationApi {
    /** The in-app list. */
    public static final String PATH = "/agent/api/v1/notifications";

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private NotificationApi() {}

    /** Waits until the service knows the account. */
    public static void awaitAccount(AccountState account) {
        Awaitility.await()
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertEquals(
                        1,
                        StackEnds.database(NotificationStack.SCHEMA)
                                .number(
                                        "SELECT COUNT(*) FROM account WHERE email = ?",
                                        Objects.requireNonNull(account.email()))));
    }

    /** A request of this agent. */
    public static RequestSpecification as(UUID agent) {
        return given().auth().oauth2(Tokens.agent(agent));
    }

    /** A request of this administrator. */
    public static RequestSpecification asAdmin(UUID admin) {
        return given().auth().oauth2(Tokens.admin(admin));
    }

    /** The notifications of this agent, once there are so many. */
    @CanIgnoreReturnValue
    public static List<Map<String, Object>> of(UUID agent, int count) {
        Awaitility.await()
                .atMost(TIMEOUT)
                .untilAsserted(() -> as(agent).get(PATH).then().statusCode(200).body("items", hasSize(count)));
        return as(agent).get(PATH).jsonPath().getList("items");
    }
}
