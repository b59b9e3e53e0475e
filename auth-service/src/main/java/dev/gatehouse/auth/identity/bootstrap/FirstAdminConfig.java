package dev.gatehouse.auth.identity.bootstrap;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Who the first administrator is; looked at only while there is none. */
@ConfigMapping(prefix = "gatehouse.auth.first-admin")
interface FirstAdminConfig {
    /** Their e-mail address. */
    Optional<String> email();

    /** A file whose first line is their password, readable by this service only. */
    Optional<Path> passwordFile();
}
