package dev.gatehouse.auth.identity.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.Parallel;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.auth.credential.policy.NewPasswords;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.identity.account.RequiredPasswordChange;
import dev.gatehouse.auth.identity.adminright.AdminRights;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.identity.AccountKind;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@AuthStack
class FirstAdminIT {
    private static final String PASSWORD = "a phrase that is hard to guess";

    private final Database database = StackEnds.database(AuthStack.SCHEMA);

    @TempDir
    Path folder;

    @Inject
    Accounts accounts;

    @Inject
    AdminRights rights;

    @Inject
    NewPasswords newPasswords;

    @Inject
    RequiredPasswordChange passwords;

    @Inject
    Transactions transactions;

    @BeforeEach
    @AfterEach
    void removeAllAdministrators() {
        int changed = database.update("UPDATE account SET admin = 0 WHERE admin = 1");
        int removed = database.update("DELETE FROM admin_right");
        assertTrue(changed >= 0 && removed >= 0);
    }

    @Test
    void replicasThatStartAtOnceCreateExactlyOne() throws IOException {
        // Given
        Config config = config(PASSWORD);

        // When
        List<Boolean> started = Parallel.times(4, n -> starts(config));

        // Then
        assertEquals(List.of(true, true, true, true), started);
        assertEquals(1, database.number("SELECT COUNT(*) FROM account WHERE email_key = ?", config.address()));
        assertEquals(1, database.number("SELECT COUNT(*) FROM account WHERE admin = 1"));
        assertEquals(1, database.number("SELECT COUNT(*) FROM admin_right"));
        UUID id = loggedIn(config);
        PublishedEvents.event(EventType.ADMIN_RIGHT_GRANTED, id);
        assertEquals(1, PublishedEvents.events(EventType.ACCOUNT_CREATED, id).size());
        assertEquals(
                1, PublishedEvents.events(EventType.ADMIN_RIGHT_GRANTED, id).size());
        assertEquals(
                "operator",
                PublishedEvents.event(EventType.ADMIN_RIGHT_GRANTED, id)
                        .path("actor")
                        .path("kind")
                        .asText());
    }

    @Test
    void aPasswordThatBreaksThePolicyIsRefusedWithASentence() throws IOException {
        // Given
        Config config = config("password1234567");

        // When
        RefusedSetting refusal = assertThrows(RefusedSetting.class, () -> starts(config));

        // Then
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.contains("must not be a common password"), said);
        assertEquals(0, database.number("SELECT COUNT(*) FROM account WHERE admin = 1"));
    }

    @Test
    void aLaterStartChangesNothing() throws IOException {
        // Given
        Config first = config(PASSWORD);
        assertTrue(starts(first));

        // When
        boolean started = starts(new Config(first.address(), file("another phrase altogether")));

        // Then
        assertTrue(started);
        Browser.of(person(first)).login(first.address(), PASSWORD).then().statusCode(201);
        assertEquals(1, database.number("SELECT COUNT(*) FROM account WHERE admin = 1"));
    }

    private boolean starts(Config config) {
        new FirstAdmin(config, accounts, rights, newPasswords, transactions)
                .ensure()
                .await()
                .atMost(Duration.ofSeconds(20));
        return true;
    }

    private static UUID loggedIn(Config config) {
        return UUID.fromString(Browser.of(person(config))
                .login(config.address(), PASSWORD)
                .then()
                .statusCode(201)
                .extract()
                .path("session.accountId"));
    }

    private static Person person(Config config) {
        return new Person(UUID.randomUUID(), AccountKind.AGENT, config.address());
    }

    private Config config(String password) throws IOException {
        return new Config(UUID.randomUUID() + "@helpdesk.test", file(password));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve(UUID.randomUUID().toString()), content);
    }

    /** The way back of a last administrator whom no mail reaches. */
    @Test
    void t01TheOperatorLiftsARequiredPasswordChange() throws Throwable {
        // Given
        Config config = config(PASSWORD);
        assertTrue(starts(config));
        UUID id = loggedIn(config);
        int marked = database.update(
                "UPDATE account SET password_change = 'LOGIN_DENIED' WHERE email_key = ?", config.address());
        assertEquals(1, marked);
        BreakGlass breakGlass = new BreakGlass(config, accounts, passwords, transactions);

        // When
        VertxContextSupport.subscribeAndAwait(breakGlass::waive);
        VertxContextSupport.subscribeAndAwait(breakGlass::waive);

        // Then
        assertEquals(id, loggedIn(config));
        PublishedEvents.event(EventType.PASSWORD_CHANGE_WAIVED, id);
        assertEquals(
                1, PublishedEvents.events(EventType.PASSWORD_CHANGE_WAIVED, id).size());
    }

    private record Config(String address, Path file) implements BootstrapConfig {
        @Override
        public Optional<String> adminEmail() {
            return Optional.of(address);
        }

        @Override
        public Optional<Path> adminPasswordFile() {
            return Optional.of(file);
        }

        @Override
        public Optional<String> waivePasswordChangeOf() {
            return Optional.of(address);
        }
    }
}
