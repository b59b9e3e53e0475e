package dev.gatehouse.auth.securitycontact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What security.txt says. */
@ConfigMapping(prefix = "gatehouse.auth.securitycontact")
interface SecurityContactConfig {
    /** Where weaknesses are reported, best first: {@code mailto:}, {@code https:} or {@code tel:}; default none. */
    Optional<List<String>> contacts();

    /** Languages in which reports are read, as BCP 47 tags; default en. */
    @WithDefault("en")
    List<String> languages();

    /** Page that says how reports are dealt with, {@code https:}; default none. */
    Optional<String> policy();
}
