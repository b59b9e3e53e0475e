package dev.gatehouse.auth.identity.bootstrap;

import dev.gatehouse.auth.credential.policy.PasswordLimits;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.mail.address.EmailAddress;
import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import dev.gatehouse.chassis.security.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The first administrator to create, read from the configuration and validated. */
record FirstAdminCommand(EmailAddress email, Secret password) {
    private static final String EMAIL = "GATEHOUSE_AUTH_BOOTSTRAP_ADMIN_EMAIL";
    private static final String FILE = "GATEHOUSE_AUTH_BOOTSTRAP_ADMIN_PASSWORD_FILE";
    private static final long MAX_FILE_BYTES = 4096;

    /** Empty if nothing is configured; throws with a sentence for the operator if the configuration is invalid. */
    static Optional<FirstAdminCommand> read(BootstrapConfig config) {
        Optional<String> email = config.adminEmail().map(String::strip).filter(text -> !text.isEmpty());
        Optional<Path> file =
                config.adminPasswordFile().filter(path -> !path.toString().isEmpty());
        if (email.isEmpty() && file.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FirstAdminCommand(
                address(email.orElseThrow(() -> invalid(EMAIL + " is missing beside " + FILE))),
                password(file.orElseThrow(() -> invalid(FILE + " is missing beside " + EMAIL)))));
    }

    private static EmailAddress address(String text) {
        return EmailAddress.parse(text).orElseThrow(() -> invalid(EMAIL + " is no plain e-mail address"));
    }

    private static Secret password(Path file) {
        Secret password = Secret.of(firstLine(file));
        List<Violation> violations = PasswordLimits.violations("password", password);
        if (!violations.isEmpty()) {
            throw invalid("The password in " + file + " (" + FILE + ") "
                    + violations.getFirst().message());
        }
        return password;
    }

    private static String firstLine(Path file) {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw invalid("The file " + file + " (" + FILE + ") is too large for a password");
            }
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException unreadable) {
            throw invalid("The file " + file + " (" + FILE + ") cannot be read: "
                    + unreadable.getClass().getSimpleName());
        }
    }

    static RefusedSetting invalid(String sentence) {
        return new RefusedSetting("The first administrator cannot be created: " + sentence);
    }
}
