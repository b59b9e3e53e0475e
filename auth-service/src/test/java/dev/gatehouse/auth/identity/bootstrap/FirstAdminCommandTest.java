package dev.gatehouse.auth.identity.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import dev.gatehouse.chassis.security.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstAdminCommandTest {
    private static final String PASSWORD = "a phrase that is hard to guess";

    @TempDir
    Path folder;

    @Test
    void readsTheFirstLineOfTheFile() throws IOException {
        // Given
        Config config = new Config(Optional.of("Admin@helpdesk.test"), Optional.of(file(PASSWORD + "\n")));

        // When
        FirstAdminCommand command = FirstAdminCommand.read(config).orElseThrow();

        // Then
        assertEquals("admin@helpdesk.test", command.email().key());
        assertEquals(Secret.of(PASSWORD), command.password());
        assertFalse(command.toString().contains(PASSWORD));
    }

    @Test
    void isEmptyWhenNothingIsConfigured() {
        assertTrue(FirstAdminCommand.read(new Config(Optional.empty(), Optional.empty()))
                .isEmpty());
        assertTrue(FirstAdminCommand.read(new Config(Optional.of(" "), Optional.empty()))
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "admin@helpdesk.test, '\0', must not have NUL",
        "no address, a phrase that is hard to guess, GATEHOUSE_AUTH_BOOTSTRAP_ADMIN_EMAIL is no plain e-mail address",
        "'', a phrase that is hard to guess, GATEHOUSE_AUTH_BOOTSTRAP_ADMIN_EMAIL is missing",
    })
    void refusesWhatCannotWorkWithASentence(String email, String content, String sentence) throws IOException {
        // Given
        Config config = new Config(Optional.of(email), Optional.of(file(content)));

        // When
        RefusedSetting refusal = assertThrows(
                RefusedSetting.class, () -> FirstAdminCommand.read(config).orElseThrow());

        // Then
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.startsWith("The first administrator cannot be created: "), said);
        assertTrue(said.contains(sentence), said);
        assertTrue(content.isEmpty() || !said.contains(content), said);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        // Given
        Config config = new Config(Optional.of("admin@helpdesk.test"), Optional.of(folder.resolve("none")));

        // When
        RefusedSetting refusal = assertThrows(
                RefusedSetting.class, () -> FirstAdminCommand.read(config).orElseThrow());

        // Then
        assertTrue(String.valueOf(refusal.getMessage()).contains("cannot be read"));
    }

    @Test
    void refusesAnAddressWithoutAFile() {
        // Given
        Config config = new Config(Optional.of("admin@helpdesk.test"), Optional.empty());

        // When
        RefusedSetting refusal = assertThrows(
                RefusedSetting.class, () -> FirstAdminCommand.read(config).orElseThrow());

        // Then
        assertTrue(String.valueOf(refusal.getMessage()).contains("PASSWORD_FILE is missing"));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("password"), content);
    }

    private record Config(Optional<String> adminEmail, Optional<Path> adminPasswordFile) implements BootstrapConfig {
        @Override
        public Optional<String> waivePasswordChangeOf() {
            return Optional.empty();
        }
    }
}
