package dev.gatehouse.chassis.mail.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.AssertFalse;

/** What the mail server can do, alike in all services. */
@ConfigMapping(prefix = "gatehouse.mail")
interface MailConfig {
    /**
     * Whether addresses with other than ASCII characters before the @ are taken in, because the mail server does
     * SMTPUTF8 (RFC 6531). The mail client cannot send to them (decision 22), so a service does not start with true.
     * Default false.
     */
    @WithDefault("false")
    @AssertFalse(
            message =
                    "cannot be true: the mail client does not do SMTPUTF8 (RFC 6531), so no mail would reach an address"
                            + " with other than ASCII characters before the @")
    boolean smtputf8();
}
