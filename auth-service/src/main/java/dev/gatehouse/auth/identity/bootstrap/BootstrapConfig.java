package dev.gatehouse.auth.identity.bootstrap;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** The first administrator, read only while there is none; and the way back for a last one. */
@ConfigMapping(prefix = "gatehouse.auth.bootstrap")
interface BootstrapConfig {
    /** E-mail address of the first administrator. */
    Optional<String> adminEmail();

    /** A file whose first line is the password of the first administrator, readable by this service only. */
    Optional<Path> adminPasswordFile();

    /** E-mail address of an account of which no new password is required any more; looked at at each start. */
    Optional<String> waivePasswordChangeOf();
}
