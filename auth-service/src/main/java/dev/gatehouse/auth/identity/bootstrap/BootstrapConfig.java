package dev.gatehouse.auth.identity.bootstrap;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** The first administrator. Read only while there is no administrator. */
@ConfigMapping(prefix = "gatehouse.auth.bootstrap")
interface BootstrapConfig {
    /** E-mail address of the first administrator. */
    Optional<String> adminEmail();

    /** A file whose first line is the password of the first administrator, readable by this service only. */
    Optional<Path> adminPasswordFile();
}
