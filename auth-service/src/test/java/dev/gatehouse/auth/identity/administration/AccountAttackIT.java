package dev.gatehouse.auth.identity.administration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.chassis.testkit.StackEnds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, names and searches that are made to be taken for others. */
@QuarkusTest
@AuthStack
class AccountAttackIT {
    private static final String ACCOUNTS = "/admin/api/v1/accounts";

    @Inject
    People people;

    @Inject
    Admins admins;

    /** Of the spellings of one address, one has an account; {@code #} stands for something of each run's own. */
    @ParameterizedTest
    @CsvSource({
        "ipek.#@helpdesk.test, IPEK.#@HELPDESK.TEST",
        "ada.#@andr\u00e9.test, ada.#@andre\u0301.test",
        "ada.#@b\u00fccher.test, ada.#@xn--bcher-kva.test",
        "ada.#@B\u00dcCHER.test, Ada.#@XN--BCHER-KVA.test"
    })
    void a29TheSpellingsOfAnAddressAreOneAccount(String one, String other) {
        // Given
        String own = own();
        create(one.replace("#", own)).then().statusCode(201);

        // Then
        create(other.replace("#", own))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gatehouse:problem:email-taken"));
        login(other.replace("#", own)).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada\u200b.#@helpdesk.test",
                "\u202eada.#@helpdesk.test",
                "ada.#@helpdesk.test\u00a0",
                "\u0131pek.#@helpdesk.test"
            })
    void a29WhatIsNotSeenIsNotTaken(String address) {
        create(address.replace("#", own())).then().statusCode(422);
    }

    @Test
    void a29ANameIsKeptAndFoundInOneForm() {
        // Given
        String own = own();
        String id = created(own + "@helpdesk.test", own + " Andre\u0301");

        // Then
        admins.show(UUID.fromString(id)).then().body("displayName", equalTo(own + " Andr\u00e9"));
        assertEquals(List.of(id), search(own + " Andr\u00e9"));
        assertEquals(List.of(id), search(own + " ANDRE\u0301"));
    }

    /** What a mail server may tell apart is never one account, and neither opens the other. */
    @ParameterizedTest
    @CsvSource({
        "a.#@a.test, a.#@\u00e1.test",
        "ada.#@x.test, ada.#@\u0445.test",
        "ada.#@x.test, a.da.#@x.test",
        "ada.#@x.test, ada.#+desk@x.test",
        "ada.#@strasse.test, ada.#@stra\u00dfe.test",
        "ss.#@x.test, s.s.#@x.test"
    })
    void a30LookAlikesAreAccountsOfTheirOwn(String one, String other) {
        // Given
        String own = own();
        create(one.replace("#", own)).then().statusCode(201);

        // Then
        login(other.replace("#", own)).then().statusCode(401);
        create(other.replace("#", own)).then().statusCode(201);
    }

    @Test
    void a30TheDatabaseComparesAddressesByteByByte() {
        assertEquals(
                0,
                StackEnds.database(AuthStack.SCHEMA)
                        .number("SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = DATABASE()"
                                + " AND data_type IN ('varchar', 'char', 'text', 'mediumtext', 'longtext')"
                                + " AND collation_name NOT LIKE '%\\_bin'"
                                + " AND table_name IN ('account', 'credential', 'login_account', 'login_trust')"));
    }

    @Test
    void a31WildcardsAreLetters() {
        // Given
        String own = own();
        String percent = created(own + "1@helpdesk.test", own + " 100%");
        String underscore = created(own + "2@helpdesk.test", own + " 10_0");
        String backslash = created(own + "3@helpdesk.test", own + " 10\\0 !");

        // Then
        assertEquals(List.of(percent), search(own + " 100%"));
        assertEquals(List.of(), search(own + "%0"));
        assertEquals(List.of(underscore), search(own + " 10_"));
        assertEquals(List.of(backslash), search(own + " 10\\0"));
        assertEquals(List.of(backslash), search("\\0 !"));
        assertEquals(List.of(), search(own + " 10*"));
    }

    @Test
    void a31AnAddressIsFoundAsItIsWritten() {
        // Given
        String own = own();
        String id = created("Ada." + own + "@B\u00fccher.test", own);

        // Then
        assertEquals(List.of(id), search("ada." + own + "@b\u00fccher"));
        assertEquals(List.of(id), search(own + "@xn--bcher"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort", "order", "passwordHash", "email", "kind[]", "Q"})
    void a31WhatIsNoFilterIsRefused(String parameter) {
        admins.anyAdmin()
                .queryParam(parameter, "(select sleep(5))")
                .get(ACCOUNTS)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:gatehouse:problem:unknown-property"));
    }

    @Test
    void anErasedAccountLeavesNoTraceOfItsClients() {
        // Given
        Person agent = people.agent();
        Browser.of(agent).login(agent).then().statusCode(201);
        assertTrue(sessions(agent) > 0);

        // When
        admins.anyAdmin().delete(ACCOUNTS + "/" + agent.id()).then().statusCode(204);

        // Then
        assertEquals(0, sessions(agent));
    }

    private static long sessions(Person person) {
        return StackEnds.database(AuthStack.SCHEMA)
                .number(
                        "SELECT COUNT(*) FROM session WHERE account_id = UNHEX(REPLACE(?, '-', ''))",
                        person.id().toString());
    }

    private io.restassured.response.Response create(String email) {
        return admins.create(Map.of("email", email, "displayName", "Ada", "kind", "user", "password", People.PASSWORD));
    }

    private String created(String email, String name) {
        return admins.create(Map.of("email", email, "displayName", name, "kind", "user", "password", People.PASSWORD))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static io.restassured.response.Response login(String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", People.PASSWORD))
                .post("/api/v1/sessions");
    }

    private List<String> search(String text) {
        return admins.anyAdmin()
                .queryParam("q", text)
                .get(ACCOUNTS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private static String own() {
        return "m" + UUID.randomUUID().toString().substring(0, 8);
    }
}
