package dev.gatehouse.chassis.mail.message;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.setting.Settings;
import io.smallrye.config.ConfigValidationException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailConfigTest {
    @Test
    void refusesTheStartWhereMailWouldNotArrive() {
        ConfigValidationException refused = assertThrows(
                ConfigValidationException.class, () -> Settings.of(MailConfig.class, Map.of("smtputf8", "true")));

        assertTrue(
                String.valueOf(refused.getMessage()).contains("the mail client does not do SMTPUTF8"),
                refused::getMessage);
        assertFalse(Settings.of(MailConfig.class, Map.of()).smtputf8());
    }
}
