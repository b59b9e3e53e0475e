package dev.gatehouse.iptrust.settings;

import static dev.gatehouse.iptrust.testing.PageReader.comingFrom;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Tokens;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.state.IpTrustState;
import dev.gatehouse.contracts.state.TrustedAddressState;
import dev.gatehouse.contracts.topic.Topic;
import dev.gatehouse.iptrust.IpTrustStack;
import dev.gatehouse.iptrust.testing.SuiteFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@IpTrustStack
class SettingsResourceIT {
    private static final String SETTINGS = "/admin/api/v1/ip-trust/settings";
    private static final String CONFIRM = SETTINGS + "/confirm";
    private static final String PROOF = "/admin/api/v1/ip-trust/mail-proof";
    private static final String HERE = "203.0.113.90";
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    @BeforeEach
    void asAfterTheInstallation() {
        SuiteFixture.resetSettings();
    }

    @Test
    void readsTheDefaultsWithTheirTag() {
        admin(SuiteFixture.agent())
                .get(SETTINGS)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("enabled", equalTo(false))
                .body("scope", equalTo("all_agents"))
                .body("trustDuration", equalTo("P30D"))
                .body("verificationLifetime", equalTo("PT15M"))
                .body("confirmation", equalTo("number"))
                .body("ipv6PrefixLength", equalTo(64));
    }

    @Test
    void publishesItsSettingsAtTheFirstStart() {
        Awaitility.await()
                .untilAsserted(() -> assertTrue(
                        SuiteFixture.newest(Topic.SETTINGS, IpTrustState.KEY).contains("\"version\":")));
    }

    @Test
    void isOpenToAdministratorsOnly() {
        comingFrom(HERE).get(SETTINGS).then().statusCode(401);
        comingFrom(HERE)
                .auth()
                .oauth2(Tokens.agent(SuiteFixture.bean(dev.gatehouse.chassis.runtime.identifier.IdGenerator.class)
                        .next()))
                .get(SETTINGS)
                .then()
                .statusCode(403);
    }

    @Test
    void refusesAnEditThatDoesNotSayWhatItSaw() {
        AccountState admin = SuiteFixture.agent();

        admin(admin).body(body("false", "all_agents")).put(SETTINGS).then().statusCode(428);
        admin(admin)
                .header("If-Match", "\"0\"")
                .body(body("false", "admins_only"))
                .put(SETTINGS)
                .then()
                .statusCode(412)
                .body("type", endsWith(":precondition-failed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scope|\"everybody\"",
                "scope|\"ALL_AGENTS\"",
                "trustDuration|\"P3Y\"",
                "trustDuration|\"30 days\"",
                "verificationLifetime|\"PT25H\"",
                "verificationLifetime|\"PT0.5S\"",
                "confirmation|\"none\"",
                "ipv6PrefixLength|47",
                "ipv6PrefixLength|129",
                "enabled|null",
                "ipv6PrefixLength|null"
            })
    void saysWhichFieldBreaksItsRule(String field, String value) {
        String edited =
                body("false", "all_agents").replaceFirst("\"" + field + "\":[^,}]+", "\"" + field + "\":" + value);

        edit(SuiteFixture.agent(), edited).then().statusCode(422).body("violations[0].field", equalTo(field));
    }

    @Test
    void reportsAllViolationsAtOnce() {
        edit(SuiteFixture.agent(), "{}")
                .then()
                .statusCode(422)
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "enabled",
                                "scope",
                                "trustDuration",
                                "verificationLifetime",
                                "confirmation",
                                "ipv6PrefixLength"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|malformed-request",
                "{\"enabled\":\"maybe\"}|malformed-request",
                "{\"enabeld\":true}|unknown-property"
            })
    void refusesWhatCannotBeRead(String body, String problem) {
        edit(SuiteFixture.agent(), body).then().statusCode(400).body("type", endsWith(":" + problem));
    }

    @Test
    void appliesAnEditWithoutAWiderScopeAtOnceAndPublishesIt() {
        AccountState admin = SuiteFixture.agent();

        edit(admin, body("false", "admins_only")).then().statusCode(200).body("scope", equalTo("admins_only"));

        admin(admin).get(CONFIRM).then().body("confirmBy", nullValue());
        Awaitility.await()
                .untilAsserted(() -> assertTrue(
                        SuiteFixture.newest(Topic.SETTINGS, IpTrustState.KEY).contains("\"scope\":\"admins_only\"")));
    }

    @Test
    void isNotTurnedOnBeforeMailIsProven() {
        edit(SuiteFixture.agent(), body("true", "all_agents"))
                .then()
                .statusCode(409)
                .body("type", endsWith(":mail-not-proven"));
    }

    @Test
    void isTurnedOnWithTheAdministratorsOwnAddressTrustedAndKeptWhenConfirmed() {
        // Given
        AccountState admin = SuiteFixture.agent();
        proveMail(admin);

        // When
        edit(admin, body("true", "all_agents")).then().statusCode(200).body("enabled", equalTo(true));

        // Then
        admin(admin).get(CONFIRM).then().body("confirmBy", notNullValue());
        SuiteFixture.awaitEvent(admin.id(), "address.trusted");
        String key = TrustedAddressState.key(admin.id(), HERE);
        assertTrue(SuiteFixture.newest(Topic.TRUSTED_ADDRESSES, key).contains(HERE));
        admin(admin).post(CONFIRM).then().statusCode(200);
        admin(admin).get(CONFIRM).then().body("confirmBy", nullValue());
        admin(admin).post(CONFIRM).then().statusCode(409);
        edit(admin, body("false", "all_agents")).then().statusCode(200);
    }

    @Test
    void isNotTurnedOnFromAnAddressThatCannotBeTrusted() {
        AccountState admin = SuiteFixture.agent();
        proveMail(admin);

        adminFrom(admin, "10.0.0.9")
                .header("If-Match", tag(admin))
                .body(body("true", "all_agents"))
                .put(SETTINGS)
                .then()
                .statusCode(409)
                .body("detail", containsString("lock yourself out"));
    }

    @Test
    void isRolledBackWithoutAConfirmation() {
        // Given
        AccountState admin = SuiteFixture.agent();
        proveMail(admin);
        edit(admin, body("true", "all_agents")).then().statusCode(200);

        // When
        SuiteFixture.database().update("UPDATE ip_trust_settings SET confirm_by = UTC_TIMESTAMP(3)");

        // Then
        Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(20))
                .untilAsserted(() -> admin(admin).get(SETTINGS).then().body("enabled", equalTo(false)));
        admin(admin).post(CONFIRM).then().statusCode(409);
    }

    @Test
    void acceptsTheMailedCodeOnlyAndAtMostFiveTries() {
        // Given
        AccountState admin = SuiteFixture.agent();
        admin(admin).body("{\"code\":\"123456\"}").put(PROOF).then().statusCode(409);
        admin(admin).post(PROOF).then().statusCode(202);
        String code = mailedCode(admin);
        String wrong = code.equals("000000") ? "000001" : "000000";

        // When
        for (int i = 0; i < 5; i++) {
            answer(admin, wrong).then().statusCode(422).body("violations[0].code", equalTo("wrong-code"));
        }

        // Then
        answer(admin, code).then().statusCode(429).header("Retry-After", notNullValue());
        admin(admin).post(PROOF).then().statusCode(429);
    }

    @Test
    void refusesACodeThatIsMissingOrMisspelt() {
        AccountState admin = SuiteFixture.agent();

        admin(admin).body("{}").put(PROOF).then().statusCode(422).body("violations[0].field", equalTo("code"));
        admin(admin).body("{\"kode\":\"1\"}").put(PROOF).then().statusCode(400);
    }

    private static void proveMail(AccountState admin) {
        admin(admin).post(PROOF).then().statusCode(202);
        answer(admin, mailedCode(admin)).then().statusCode(204);
    }

    private static Response answer(AccountState admin, String code) {
        return admin(admin).body("{\"code\":\"" + code + "\"}").put(PROOF);
    }

    private static String mailedCode(AccountState admin) {
        Matcher code = CODE.matcher(
                StackEnds.mailbox().awaitTo(SuiteFixture.email(admin)).text());
        assertTrue(code.find());
        return code.group(1);
    }

    private static Response edit(AccountState admin, String body) {
        return admin(admin).header("If-Match", tag(admin)).body(body).put(SETTINGS);
    }

    private static String tag(AccountState admin) {
        return admin(admin).get(SETTINGS).header("ETag");
    }

    private static RequestSpecification admin(AccountState account) {
        return adminFrom(account, HERE);
    }

    private static RequestSpecification adminFrom(AccountState account, String ip) {
        return comingFrom(ip).auth().oauth2(Tokens.admin(account.id())).contentType(ContentType.JSON);
    }

    private static String body(String enabled, String scope) {
        return "{\"enabled\":" + enabled + ",\"scope\":\"" + scope + "\",\"trustDuration\":\"P30D\","
                + "\"verificationLifetime\":\"PT15M\",\"confirmation\":\"number\",\"ipv6PrefixLength\":64}";
    }
}
